def work(x):
    x.sort(reverse=True)
    return len(sorted(set(x)))
