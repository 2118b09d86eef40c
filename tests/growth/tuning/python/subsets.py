def work(x):
    out = [[]]
    for v in x:
        out += [s + [v] for s in out]
    return len(out)
