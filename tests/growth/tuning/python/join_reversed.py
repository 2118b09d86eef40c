def work(x):
    parts = []
    for c in x:
        parts.append(c.upper())
    return len("".join(reversed(parts)))
