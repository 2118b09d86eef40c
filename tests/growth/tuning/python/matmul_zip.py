def work(x):
    columns = list(zip(*x))
    return sum(sum(a * b for a, b in zip(r, c)) for r in x for c in columns)
