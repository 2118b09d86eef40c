def work(x):
    n = len(x)
    tree = [0] * (n + 1)
    total = 0
    for v in reversed(x):
        i = v
        while i > 0:
            total += tree[i]
            i -= i & -i
        i = v + 1
        while i <= n:
            tree[i] += 1
            i += i & -i
    return total
