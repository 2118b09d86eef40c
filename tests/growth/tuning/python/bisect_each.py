import bisect
def work(x):
    return sum(bisect.bisect_right(x, v + 500) - i for i, v in enumerate(x))
