from itertools import groupby
def work(x):
    return sum(1 for _ in groupby(v % 3 for v in x)) + len(list(zip(x, x[1:])))
