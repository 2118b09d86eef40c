def largest_bar_rectangle(h):              # lets a plank reach to the right only
    best, rising = 0, []
    for i, height in enumerate(h + [0]):
        while rising and h[rising[-1]] >= height:
            start = rising.pop()
            best = max(best, h[start] * (i - start))
        rising.append(i)
    return best
