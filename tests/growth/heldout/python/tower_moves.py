def tower(n, a, b, c):
    if n == 0:
        return 0
    return tower(n - 1, a, c, b) + a + tower(n - 1, c, b, a)


def work(n):
    return tower(n, 1, 2, 3)
