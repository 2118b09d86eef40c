def work(x):
    return len(max(x[i:] for i in range(len(x))))
