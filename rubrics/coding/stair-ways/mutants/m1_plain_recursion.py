def stair_ways(n):                         # works out the same flights again and again
    return 1 if n <= 1 else stair_ways(n - 1) + stair_ways(n - 2)
