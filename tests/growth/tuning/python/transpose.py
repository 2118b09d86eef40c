def work(x):
    return sum(max(column) for column in zip(*x)) + sum(map(sum, x))
