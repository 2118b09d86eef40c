def work(x):
    return int(any(v < 0 for v in x)) + int(all(map(lambda v: v >= 0, x)))
