def stair_ways(n):
    below, here = 1, 1                     # ways to reach the steps i - 1 and i, for i = 1 at first
    for _ in range(n - 1):
        below, here = here, below + here
    return here
