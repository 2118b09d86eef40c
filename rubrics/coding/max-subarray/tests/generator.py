"""Gains and losses: generate(seed) -> list of {"tag", "args", "oracle"}; ramp(n, seed) -> args."""
import random


def generate(seed):
    r = random.Random(seed)
    edges = [
        [5], [-5], [0], [20_000], [-20_000],
        [-1, -2], [-2, -1], [-3, -3, -3], [-9, -4, -7, -4], [-20_000] * 5,
        [0, 0, 0], [0, -1, 0], [-1, 0, -2], [-2, 0],
        [1, 2, 3, 4], [4, 3, 2, 1],                             # the whole list
        [9, -20, 1, 2], [1, 2, -20, 9], [2, 3, -9],             # at either end
        [5, -1, 3], [5, -5, 5], [5, -6, 5], [4, -6, 5, -1, 3],  # a loss that may be worth crossing
        [8, -3, -3, -3, 4], [7, -8, 3], [3, -8, 7],
        [-5, 10, -5, 10, -5], [10, -30, 25, -30, 10],
        [-2, 6, -1, -1, -1, 6, -2],
        [12, -40, 3, 3],                                        # the peak comes before the lowest point
    ]
    cases = [{"tag": "edge", "args": [nums], "oracle": "brute"} for nums in edges]
    for _ in range(140):
        nums = [r.randint(-2, 2) for _ in range(r.randint(1, 10))]
        cases.append({"tag": "random-small", "args": [nums], "oracle": "brute"})
    for _ in range(60):
        nums = [r.randint(-9, 7) for _ in range(r.randint(2, 12))]
        cases.append({"tag": "random-small", "args": [nums], "oracle": "brute"})
    for _ in range(25):
        nums = [r.randint(-20_000, 20_000) for _ in range(r.randint(20, 60))]
        cases.append({"tag": "random-mid", "args": [nums], "oracle": "brute"})
    for _ in range(8):
        nums = [r.randint(-20_000, -1) for _ in range(r.randint(10, 40))]
        cases.append({"tag": "adversarial", "args": [nums], "oracle": "brute"})
    n = 50_000
    large = [
        [20_000] * n,
        [-20_000] * (n - 1) + [-19_999],
        [r.randint(-20_000, 20_000) for _ in range(n)],
        [5 if i % 2 else -4 for i in range(n)],                 # one long block across many losses
        [3] * (n // 2) + [-20_000] * 8 + [3] * (n // 2 - 8),
    ]
    return cases + [{"tag": "large", "args": [nums], "oracle": "ref"} for nums in large]


def ramp(n, seed):
    r = random.Random(seed)
    return [[r.randint(-20_000, 20_000) for _ in range(n)]]
