def work(x):
    best = 0
    def go(i, s):
        nonlocal best
        if i == len(x):
            best = max(best, s % 1009)
            return
        go(i + 1, s)
        go(i + 1, s + x[i])
    go(0, 0)
    return best
