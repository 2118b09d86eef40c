def bracket_balance(s):                    # searches from the start again after each pair that it removes
    pairs = {"()", "[]", "{}"}
    chars = list(s)
    found = True
    while found:
        found = False
        for i in range(len(chars) - 1):
            if chars[i] + chars[i + 1] in pairs:
                del chars[i:i + 2]
                found = True
                break
    return not chars
