def substring_index(text, pat):
    border = [0] * len(pat)                # longest proper border of each prefix
    length = 0
    for i in range(1, len(pat)):
        while length and pat[i] != pat[length]:
            length = border[length - 1]
        length += pat[i] == pat[length]
        border[i] = length
    matched = 0
    for i, c in enumerate(text):
        while matched and c != pat[matched]:
            matched = border[matched - 1]
        matched += c == pat[matched]
        if matched == len(pat):
            return i - matched + 1
    return -1
