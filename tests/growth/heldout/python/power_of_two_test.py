def work(n):
    if n > 0 and n & (n - 1) == 0:
        return 2 * n + 1
    return 2 * n
