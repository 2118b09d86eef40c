def work(n):
    best = gap = 0
    started = False
    while n:
        if n & 1:
            if started:
                best = max(best, gap)
            started, gap = True, 0
        else:
            gap += 1
        n >>= 1
    return best * 10 + gap
