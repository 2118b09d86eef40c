def work(x):
    n, c = len(x), 0
    for i in range(n):
        for j in range(n):
            if (x[i] + x[j]) // 2 in x[::-1]:
                c += 1
    return c
