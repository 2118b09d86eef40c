def work(x):
    ways = [1] + [0] * x
    for c in range(1, x + 1):
        for s in range(c, x + 1):
            ways[s] += ways[s - c]
    return ways[x] % 1000007
