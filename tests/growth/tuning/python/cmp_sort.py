from functools import cmp_to_key
def work(x):
    return sorted(x, key=cmp_to_key(lambda a, b: (a > b) - (a < b)))[0]
