def work(x):
    n = len(x)
    for k in range(n):
        row = x[k]
        for i in range(n):
            d = x[i][k]
            x[i] = [min(a, d + b) for a, b in zip(x[i], row)]
    return x[0][-1]
