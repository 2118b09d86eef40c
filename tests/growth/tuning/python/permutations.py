from itertools import permutations
def work(x):
    return sum(1 for p in permutations(range(x)) if p[0] < p[-1])
