def work(x):
    seen = {}
    for i, v in enumerate(x):
        if -v in seen:
            return i
        seen[v] = i
    return -1
