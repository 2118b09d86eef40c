"""Belts: generate(seed) -> list of {"tag", "args", "oracle"}; ramp(n, seed) -> args."""
import random
from itertools import product


def generate(seed):
    r = random.Random(seed)
    edges = [[0] * 6, [1] * 6, [2] * 6, [0, 1, 2, 0, 1, 2], [2, 1, 0, 2, 1, 0], [0, 0, 1, 1, 2, 2], [2, 2, 1, 1, 0, 0],
             [2, 2, 2, 0, 0, 0], [1, 1, 1, 0, 0], [2, 2, 1, 1, 1], [2, 0, 2, 0, 2, 0], [1, 2, 0, 0, 2, 1, 2]]
    cases = [{"tag": "edge", "args": [nums]} for nums in edges]
    for n in range(1, 6):                               # every belt of up to four parcels, and a third of those with five
        for i, nums in enumerate(product(range(3), repeat=n)):
            if n < 5 or i % 3 == 1:
                cases.append({"tag": "every-belt", "args": [list(nums)]})
    for _ in range(60):
        cases.append({"tag": "random-small", "args": [[r.randint(0, 2) for _ in range(r.randint(6, 12))]]})
    for _ in range(25):
        cases.append({"tag": "random-mid", "args": [[r.randint(0, 2) for _ in range(r.randint(40, 90))]]})
    for _ in range(20):                                 # twos at both ends, so that twos are swapped with twos
        nums = [2] * r.randint(1, 4) + [r.randint(0, 2) for _ in range(r.randint(1, 6))] + [r.choice([0, 2])] * r.randint(1, 4)
        cases.append({"tag": "adversarial", "args": [nums]})
    for case in cases:
        case["oracle"] = "brute"
    n = 50_000
    large = [[r.randint(0, 2) for _ in range(n)], [2] * (n // 2) + [0] * (n // 2), [2, 1, 0] * (n // 3), [1] * n, [2] * n,
             [0] * (n - 1) + [1], [2] + [0] * (n - 1)]
    return cases + [{"tag": "large", "args": [nums], "oracle": "ref"} for nums in large]


def ramp(n, seed):
    del seed
    return [[2] * (n // 2) + [0] * (n - n // 2)]        # everything has to move
