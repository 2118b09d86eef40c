from collections import Counter
def work(x):
    return max(Counter(v % 1000 for v in x).values())
