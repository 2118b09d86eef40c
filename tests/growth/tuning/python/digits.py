def work(x):
    total = 0
    while x:
        total += x % 10
        x //= 10
    return total
