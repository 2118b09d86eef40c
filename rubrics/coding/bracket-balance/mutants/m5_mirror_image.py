def bracket_balance(s):                    # compares the two halves: rejects neighbours such as ()[]
    partner = {"(": ")", "[": "]", "{": "}"}
    return len(s) % 2 == 0 and all(partner.get(s[i]) == s[-1 - i] for i in range(len(s) // 2))
