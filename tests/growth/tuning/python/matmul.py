def work(x):
    n = len(x)
    out = [[sum(x[i][k] * x[k][j] for k in range(n)) for j in range(n)] for i in range(n)]
    return out[0][0]
