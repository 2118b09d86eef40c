def substring_index(text, pat):            # an "if" where the failure table needs a "while"
    border = [0] * len(pat)
    length = 0
    for i in range(1, len(pat)):
        while length and pat[i] != pat[length]:
            length = border[length - 1]
        length += pat[i] == pat[length]
        border[i] = length
    matched = 0
    for i, c in enumerate(text):
        if matched and c != pat[matched]:
            matched = border[matched - 1]
        matched += c == pat[matched]
        if matched == len(pat):
            return i - matched + 1
    return -1
