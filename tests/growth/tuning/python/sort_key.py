def work(x):
    x.sort(key=lambda p: p[1])
    end = taken = 0
    for a, b in x:
        if a >= end:
            end, taken = b, taken + 1
    return taken
