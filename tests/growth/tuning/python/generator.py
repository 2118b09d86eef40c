def pairs(x):
    for a, b in zip(x, x[1:]):
        yield a - b
def work(x):
    return max(pairs(x)) - min(pairs(x))
