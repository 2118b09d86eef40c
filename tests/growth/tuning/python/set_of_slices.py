def work(x):
    h = len(x) // 2
    return len({x[i:i + h] for i in range(h)})
