def work(x):
    a, b = set(x[::2]), set(x[1::2])
    return len(a & b) + len(a | b) + len(a - b)
