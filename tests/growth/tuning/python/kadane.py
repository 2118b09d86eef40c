def work(x):
    best = current = 0
    for v in x:
        current = max(0, current + v - 500000)
        best = max(best, current)
    return best
