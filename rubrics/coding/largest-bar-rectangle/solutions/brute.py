def largest_bar_rectangle(h):
    best = 0
    for start in range(len(h)):
        for end in range(start, len(h)):
            best = max(best, min(h[start:end + 1]) * (end - start + 1))
    return best
