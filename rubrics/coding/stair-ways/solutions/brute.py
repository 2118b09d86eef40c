from math import comb

def stair_ways(n):                         # place the double moves among all moves, for each number of them
    return sum(comb(n - doubles, doubles) for doubles in range(n // 2 + 1))
