from itertools import combinations
def work(x):
    return sum(sum(c) % 2 for r in range(len(x) + 1) for c in combinations(x, r))
