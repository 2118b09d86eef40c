from itertools import combinations
def work(x):
    return sum(1 for a, b, c in combinations(x, 3) if (a + b + c) % 10 == 0)
