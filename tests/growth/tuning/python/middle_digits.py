def work(x):
    y = sorted([x[0], x[len(x) // 2], x[-1]])
    return y[1] + len(str(y[0])) * 0
