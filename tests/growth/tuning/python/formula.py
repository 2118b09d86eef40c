def work(x):
    return x * (x + 1) // 2 % 1000
