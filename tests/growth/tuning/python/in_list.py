def work(x):
    seen, c = [], 0
    for v in x:
        if v + 1 not in seen:
            c += 1
        seen.append(v)
    return c
