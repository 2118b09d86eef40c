"""Chains of every short length, then long ones: generate(seed) -> list of {"tag", "args", "oracle"}; ramp(n, seed) -> args."""
import random


def generate(seed):
    r = random.Random(seed)
    edges = [
        [], [0], [5], [1, 2], [2, 1], [3, 3], [1, 2, 3], [1, 1, 2], [2, 1, 1], [1, 2, 1],
        [-1_000_000, 1_000_000], [4, 4, 4, 4, 4], list(range(10)), list(range(10, 0, -1)),
        [0, 0, 0, 1], [1, 0, 0, 0],
    ]
    cases = [{"tag": "edge", "args": [values], "oracle": "brute"} for values in edges]
    for _ in range(80):                                        # few values: equal neighbours are common
        values = [r.randint(-2, 2) for _ in range(r.randint(0, 9))]
        cases.append({"tag": "random-small", "args": [values], "oracle": "brute"})
    for _ in range(15):
        values = [r.randint(-10**6, 10**6) for _ in range(r.randint(30, 90))]
        cases.append({"tag": "random-mid", "args": [values], "oracle": "brute"})
    n = 20_000
    cases.append({"tag": "adversarial", "args": [list(range(n))], "oracle": "ref"})       # deep for recursion
    cases.append({"tag": "adversarial", "args": [[9] * (n - 1) + [8]], "oracle": "ref"})
    for length in (n, n - 1):
        values = [r.randint(-10**6, 10**6) for _ in range(length)]
        cases.append({"tag": "large", "args": [values], "oracle": "ref"})
    return cases


def ramp(n, seed):
    r = random.Random(seed)
    return [[r.randint(-10**6, 10**6) for _ in range(n)]]
