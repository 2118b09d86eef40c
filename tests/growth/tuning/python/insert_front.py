def work(x):
    out = []
    for v in x:
        out.insert(0, v)
    return out[0]
