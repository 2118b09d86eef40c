def work(x):
    def select(v, k):
        p = v[len(v) // 2]
        low = [a for a in v if a < p]
        if k < len(low):
            return select(low, k)
        if k == len(low):
            return p
        return select([a for a in v if a > p], k - len(low) - 1)
    return select(x, len(x) // 2)
