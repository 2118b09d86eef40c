def work(x):
    a, b = x, x * 618 // 1000 + 1
    while b:
        a, b = b, a % b
    return a
