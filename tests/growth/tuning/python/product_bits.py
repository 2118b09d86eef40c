from itertools import product
def work(x):
    return sum(1 for bits in product((0, 1), repeat=x) if sum(bits) % 2)
