def work(x):
    out = []
    for v in x:
        out = out + [v]
    return len(out)
