from collections import Counter


def work(s):
    half = len(s) // 2
    left, right = Counter(s[:half]), Counter(s[half:])
    return sum((left - right).values())
