"""Sizes and targets with at most 2000 ways: generate(seed) -> list of {"tag", "args", "oracle"}; ramp(n, seed) -> args."""
import random


def ways(cand, target):
    count = [1] + [0] * target
    for size in cand:
        for total in range(size, target + 1):
            count[total] += count[total - size]
    return count[target]


def generate(seed):
    r = random.Random(seed)
    edges = [
        [[1], 1], [[1], 60], [[2], 1], [[2], 4], [[3], 7], [[60], 60], [[60], 59], [[1, 2], 1], [[2, 1], 2], [[2, 3], 5], [[3, 2], 6],
        [[4, 6], 9], [[5, 7, 9], 4], [[9, 7, 5], 5], [[3, 8, 5], 11], [[1, 60], 60], [[1, 2, 3], 4], [[3, 1, 2], 6],
        [[10, 20, 30], 60], [[30, 20, 10], 60], [[2, 4, 8, 16], 16], [[6, 10, 15], 29], [[6, 10, 15], 30],
        [[1, 59, 60], 60], [[7, 11, 13], 60], [[5, 4, 3, 2], 8], [list(range(41, 61)), 60],
    ]
    cases = [{"tag": "edge", "args": args, "oracle": "brute"} for args in edges]
    while len(cases) < 140:
        cand = r.sample(range(1, 9), r.randint(1, 4))
        args = [cand, r.randint(1, 12)]
        cases.append({"tag": "random-small", "args": args, "oracle": "brute"})
    while len(cases) < 160:
        args = [r.sample(range(2, 30), r.randint(3, 7)), r.randint(15, 40)]
        if ways(*args) <= 300:
            cases.append({"tag": "random-mid", "args": args, "oracle": "brute"})
    adversarial = [
        [[1, 2, 3, 4], 40],                                    # many orders of few collections
        [[2, 4, 6, 8, 10, 12], 59],                            # all even: nothing fits
        [[1, 2, 5, 10], 60], [[4, 6, 8, 10, 12, 14, 16, 18], 59],
    ]
    while len(adversarial) < 8:
        args = [r.sample(range(3, 61), 20), 60]
        if ways(*args) <= 2000:
            adversarial.append(args)
    cases += [{"tag": "adversarial", "args": args, "oracle": "ref"} for args in adversarial]
    large = []
    while len(large) < 5:
        args = [r.sample(range(2, 40), r.randint(8, 16)), r.randint(45, 60)]
        if 500 <= ways(*args) <= 2000:
            large.append(args)
    return cases + [{"tag": "large", "args": args, "oracle": "ref"} for args in large]


def ramp(n, seed):
    """Sizes and a target with about n ways."""
    r = random.Random(seed)
    choices = [[sorted(r.sample(range(3, 30), 9)), r.randint(20, 60)] for _ in range(3000)]
    return min(choices, key=lambda args: abs(ways(*args) - n))
