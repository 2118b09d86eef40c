def largest_bar_rectangle(h):              # asks only the two end planks how high the poster may be
    lo, hi, best = 0, len(h) - 1, 0
    while lo <= hi:
        best = max(best, min(h[lo], h[hi]) * (hi - lo + 1))
        if h[lo] <= h[hi]:
            lo += 1
        else:
            hi -= 1
    return best
