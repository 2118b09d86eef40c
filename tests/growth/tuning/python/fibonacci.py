def work(x):
    return x if x < 2 else work(x - 1) + work(x - 2)
