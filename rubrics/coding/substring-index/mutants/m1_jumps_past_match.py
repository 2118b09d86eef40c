def substring_index(text, pat):            # on a mismatch the text is never read again
    matched = 0
    for i, c in enumerate(text):
        if c == pat[matched]:
            matched += 1
            if matched == len(pat):
                return i - matched + 1
        else:
            matched = 1 if c == pat[0] else 0
    return -1
