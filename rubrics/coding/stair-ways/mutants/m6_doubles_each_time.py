def stair_ways(n):                         # a free choice before each step, as if two could not span it
    return 2 ** (n - 1)
