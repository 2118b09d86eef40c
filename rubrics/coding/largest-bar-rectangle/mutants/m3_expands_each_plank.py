def largest_bar_rectangle(h):              # walks out from every plank: quadratic on even ground
    best = 0
    for i, height in enumerate(h):
        lo = hi = i
        while lo > 0 and h[lo - 1] >= height:
            lo -= 1
        while hi + 1 < len(h) and h[hi + 1] >= height:
            hi += 1
        best = max(best, height * (hi - lo + 1))
    return best
