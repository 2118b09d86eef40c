def stair_ways(n):
    return n // 2 + 1
