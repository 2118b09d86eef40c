import math


def work(n):
    # rows of a full staircase built from n coins
    return int((math.sqrt(8 * n + 1) - 1) / 2)
