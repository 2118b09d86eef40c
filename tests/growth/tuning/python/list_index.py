def work(x):
    return sum(x.index(i) for i in range(len(x)))
