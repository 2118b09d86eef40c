def substring_index(text, pat):
    for start in range(len(text) - len(pat), -1, -1):
        if text[start:start + len(pat)] == pat:
            return start
    return -1
