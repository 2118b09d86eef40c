def work(x):
    total = 0
    while len(x) > 1:
        x = x[:len(x) // 2]
        total += sum(x)
    return total
