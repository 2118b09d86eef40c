import sys
from functools import lru_cache

sys.setrecursionlimit(10000)


def work(s):
    t = s[::-1]

    @lru_cache(maxsize=None)
    def cost(i, j):
        if i == len(s) or j == len(t):
            return len(s) - i + len(t) - j
        skip = min(cost(i + 1, j), cost(i, j + 1)) + 1
        both = cost(i + 1, j + 1)
        return min(skip, both if s[i] == t[j] else both + 2)

    return cost(0, 0)
