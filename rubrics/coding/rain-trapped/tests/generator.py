"""Rows of walls: generate(seed) -> list of {"tag", "args", "oracle"}; ramp(n, seed) -> args."""
import random


def generate(seed):
    r = random.Random(seed)
    edges = [
        [0], [7], [0, 0], [3, 3], [4, 1], [1, 4], [0, 0, 0],
        [2, 0, 2], [2, 0, 1], [1, 0, 2], [2, 2, 2], [0, 2, 0],
        [1, 2, 3, 4], [4, 3, 2, 1], [1, 3, 2], [1, 2, 2, 1],    # nothing stays
        [3, 1, 1, 3], [3, 1, 2, 1, 3], [5, 1, 3, 0, 3, 5],      # a basin inside a basin
        [9, 1, 2, 1, 1], [1, 1, 2, 1, 9], [9, 8, 1, 2], [2, 1, 8, 9],
        [4, 0, 0, 4, 0, 0, 4], [1, 0, 3, 0, 5, 0, 3, 0, 1], [5, 0, 3, 0, 1, 0, 3, 0, 5],
        [1_000_000_000, 0, 1_000_000_000], [1_000_000_000, 0, 0, 0, 1_000_000_000], [0, 1_000_000_000, 0],
    ]
    cases = [{"tag": "edge", "args": [h], "oracle": "brute"} for h in edges]
    for _ in range(140):
        h = [r.randint(0, 4) for _ in range(r.randint(1, 10))]
        cases.append({"tag": "random-small", "args": [h], "oracle": "brute"})
    for _ in range(60):
        h = [r.randint(0, 12) for _ in range(r.randint(3, 12))]
        cases.append({"tag": "random-small", "args": [h], "oracle": "brute"})
    for _ in range(25):
        h = [r.randint(0, 10**9) for _ in range(r.randint(20, 60))]
        cases.append({"tag": "random-mid", "args": [h], "oracle": "brute"})
    n = 50_000
    slope = list(range(n // 2))
    cases += [
        {"tag": "adversarial", "args": [slope[::-1] + slope], "oracle": "ref"},         # one deep valley
        {"tag": "adversarial", "args": [slope + slope[::-1]], "oracle": "ref"},         # one mountain
        {"tag": "adversarial", "args": [[10**9] + [0] * (n - 2) + [10**9]], "oracle": "ref"},
        {"tag": "large", "args": [[r.randint(0, 10**9) for _ in range(n)]], "oracle": "ref"},
        {"tag": "large", "args": [[(i * 7_919) % 1_000 + i for i in range(n)]], "oracle": "ref"},
        {"tag": "large", "args": [[10**9 if i % 2 else 0 for i in range(n)]], "oracle": "ref"},
    ]
    return cases


def ramp(n, seed):
    r = random.Random(seed)
    return [[r.randint(0, 10**9) for _ in range(n)]]
