def work(m):
    n = len(m)
    pre = [[0] * (n + 1) for _ in range(n + 1)]
    for i in range(n):
        for j in range(n):
            pre[i + 1][j + 1] = m[i][j] + pre[i][j + 1] + pre[i + 1][j] - pre[i][j]
    h = n // 2
    return max(pre[i + h][h] - pre[i][h] for i in range(n - h + 1))
