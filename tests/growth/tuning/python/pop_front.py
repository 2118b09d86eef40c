def work(x):
    x, s = list(x), 0
    while x:
        s = s * 31 % 1000003 + x.pop(0)
    return s
