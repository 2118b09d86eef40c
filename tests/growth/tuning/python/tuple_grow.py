def work(x):
    out = ()
    for v in x:
        out += (v,)
    return len(out)
