def work(x):
    n = len(x)
    return max(sum(x[i:j]) % 1009 for i in range(n) for j in range(i + 1, n + 1))
