def work(x):
    return sorted(x)[len(x) // 2]
