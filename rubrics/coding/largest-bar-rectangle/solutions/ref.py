def largest_bar_rectangle(h):
    best = 0
    rising = []                            # indices of planks with no lower plank after them yet
    for i in range(len(h) + 1):
        height = h[i] if i < len(h) else 0
        while rising and h[rising[-1]] >= height:
            top = h[rising.pop()]
            left = rising[-1] if rising else -1
            best = max(best, top * (i - left - 1))
        rising.append(i)
    return best
