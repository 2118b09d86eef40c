def work(x):
    return sum(a * b % 7 for a, b in zip(x, x[1:])) + sum(map(abs, x))
