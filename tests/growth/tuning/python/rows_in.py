def work(x):
    return sum(1 for row in x for v in row if v in [w for r in x[:1] for w in r] and v not in x[0])
