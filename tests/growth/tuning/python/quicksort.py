def work(x):
    def go(v):
        if len(v) < 2:
            return v
        p = v[len(v) // 2]
        return go([a for a in v if a < p]) + [a for a in v if a == p] + go([a for a in v if a > p])
    return go(x)[0]
