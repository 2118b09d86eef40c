import bisect
def work(x):
    return bisect.bisect_left(x, x[len(x) // 7])
