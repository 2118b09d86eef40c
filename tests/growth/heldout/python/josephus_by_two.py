def survivor(n):
    if n == 1:
        return 1
    if n % 2 == 0:
        return 2 * survivor(n // 2) - 1
    return 2 * survivor(n // 2) + 1


def work(n):
    return survivor(n)
