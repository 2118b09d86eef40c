from collections import Counter
def work(x):
    return sum(k * c for k, c in sorted(Counter(x).items(), key=lambda p: (-p[1], p[0]))[:10])
