def work(x):
    s = ""
    for c in x:
        s += c
    return len(s)
