from itertools import product
def work(x):
    return sum(1 for a, b in product(x, repeat=2) if a < b)
