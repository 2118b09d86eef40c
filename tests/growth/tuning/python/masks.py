def work(x):
    n = len(x)
    return sum(1 for m in range(1 << n) if sum(x[i] for i in range(n) if m >> i & 1) % 5 == 0)
