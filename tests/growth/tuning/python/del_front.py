def work(x):
    total = 0
    while x:
        total ^= x[0]
        del x[0]
    return total
