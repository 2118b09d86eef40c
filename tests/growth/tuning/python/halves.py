def work(x):
    return x if x < 2 else 1 + work(x // 2)
