"""Chains and where their end leads: generate(seed) -> list of {"tag", "args", "oracle"}; ramp(n, seed) -> args."""
import random


def generate(seed):
    r = random.Random(seed)
    edges = [
        [[], -1], [[5], -1], [[5], 0],
        [[1, 2], -1], [[1, 2], 0], [[1, 2], 1],
        [[3, 3], -1], [[3, 3, 3, 3], -1], [[3, 3, 3], 2], [[0, 0, 0, 0, 0], -1],       # repeated numbers
        [[8, 5, 8], -1], [[1, 2, 3, 1, 2, 3], -1], [[1, 2, 3, 1, 2, 3], 3],
        [[6, 2, 9, 2], 1], [[-1_000_000_000, 1_000_000_000], -1],
    ]
    cases = [{"tag": "edge", "args": args, "oracle": "brute"} for args in edges]
    for n in range(3, 10):                                      # every loop of every short chain
        for tail_to in range(-1, n):
            cases.append({"tag": "every-loop", "args": [list(range(n)), tail_to], "oracle": "brute"})
    for _ in range(80):
        n = r.randint(1, 12)
        values = [r.randint(-2, 2) for _ in range(n)]
        cases.append({"tag": "random-small", "args": [values, r.choice([-1, r.randrange(n)])], "oracle": "brute"})
    for _ in range(20):
        n = r.randint(30, 90)
        values = [r.randint(-10**9, 10**9) for _ in range(n)]
        cases.append({"tag": "random-mid", "args": [values, r.choice([-1, r.randrange(n)])], "oracle": "brute"})
    n = 20_000
    cases += [
        {"tag": "adversarial", "args": [list(range(n)), n - 1], "oracle": "ref"},       # a long way to a tiny loop
        {"tag": "adversarial", "args": [[7] * n, -1], "oracle": "ref"},
        {"tag": "adversarial", "args": [list(range(n - 1)), -1], "oracle": "ref"},      # an odd number of notes
        {"tag": "large", "args": [list(range(n)), -1], "oracle": "ref"},
        {"tag": "large", "args": [list(range(n)), 0], "oracle": "ref"},
        {"tag": "large", "args": [list(range(n)), n // 2], "oracle": "ref"},
    ]
    return cases


def ramp(n, seed):
    return [[random.Random(seed + i).randint(0, 9) for i in range(n)], -1]
