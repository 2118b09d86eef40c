def work(x):
    return max(sum(x[:i]) % 1009 for i in range(len(x)))
