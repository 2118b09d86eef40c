def work(x):
    count = [0] * len(x)
    for v in x:
        count[v] += 1
    return max(count)
