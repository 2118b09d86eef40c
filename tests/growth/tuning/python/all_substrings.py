def work(x):
    return sum(1 for i in range(len(x)) for j in range(i, len(x)) if x[i] == x[j])
