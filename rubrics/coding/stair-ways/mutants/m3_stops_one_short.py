def stair_ways(n):                         # the last addition is missing
    if n <= 2:
        return n
    below, here = 1, 2
    for _ in range(3, n):
        below, here = here, below + here
    return here
