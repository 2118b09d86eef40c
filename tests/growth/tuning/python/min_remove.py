def work(x):
    x, s = list(x), 0
    while x:
        m = min(x)
        x.remove(m)
        s = (s * 7 + m) % 1000003
    return s
