import bisect
def work(x):
    out = []
    for v in x:
        bisect.insort(out, v)
    return out[0]
