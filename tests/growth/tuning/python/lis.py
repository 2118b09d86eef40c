from bisect import bisect_left
def work(x):
    tails = []
    for v in x:
        i = bisect_left(tails, v)
        if i == len(tails):
            tails.append(v)
        else:
            tails[i] = v
    return len(tails)
