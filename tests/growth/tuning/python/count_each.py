def work(x):
    return max(x.count(v) for v in x)
