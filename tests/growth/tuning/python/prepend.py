def work(x):
    s = ""
    for c in x:
        s = c + s
    return len(s)
