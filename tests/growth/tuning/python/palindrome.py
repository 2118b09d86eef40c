def work(x):
    return int(x == x[::-1]) + x.count("a")
