def substring_index(text, pat):            # tries starts at which the motif does not fit
    for start in range(len(text)):
        j = 0
        while j < len(pat) and text[start + j] == pat[j]:
            j += 1
        if j == len(pat):
            return start
    return -1
