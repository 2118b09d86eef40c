def work(x):
    return sum(len("".join(x[:i])) % 3 for i in range(len(x)))
