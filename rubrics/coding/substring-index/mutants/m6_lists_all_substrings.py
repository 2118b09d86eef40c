def substring_index(text, pat):            # the first position of every substring there is
    first = {}
    for length in range(1, len(text) + 1):
        for start in range(len(text) - length + 1):
            first.setdefault((length, text[start:start + length]), start)
    return first.get((len(pat), pat), -1)
