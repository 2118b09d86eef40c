"""Forecasts: generate(seed) -> list of {"tag", "args", "oracle"}; ramp(n, seed) -> args."""
import random


def generate(seed):
    r = random.Random(seed)
    top = 1_000_000_000
    edges = [
        [0], [5], [top], [1, 2], [2, 1], [4, 4], [0, 0, 0],
        [9, 7, 4, 1], [1, 4, 7, 9],                     # strictly falling and strictly rising
        [7, 9, 1, 2], [8, 1], [9, 1, 3], [3, 9, 1, 6],  # the minimum comes after the maximum
        [6, 3, 8, 1, 5], [2, 10, 1, 5, 8], [5, 6, 0],
        [3, 3, 5, 5, 3], [1, 5, 2, 6], [2, 4, 1, 7, 0, 6],
        [0, top], [top, 0], [top, 0, top], [0, top, 0],
        [4, 1, 2, 9, 3], [10, 11, 2, 4, 1, 2],
    ]
    cases = [{"tag": "edge", "args": [p], "oracle": "brute"} for p in edges]
    for _ in range(150):
        p = [r.randint(0, 6) for _ in range(r.randint(1, 9))]
        cases.append({"tag": "random-small", "args": [p], "oracle": "brute"})
    for _ in range(20):                                 # a falling forecast with at most one small rise
        p = sorted((r.randint(0, 90) for _ in range(r.randint(3, 12))), reverse=True)
        i = r.randrange(len(p))
        p[i] += r.randint(0, 5)
        cases.append({"tag": "adversarial", "args": [p], "oracle": "brute"})
    for _ in range(25):
        p = [r.randint(0, top) for _ in range(r.randint(40, 90))]
        cases.append({"tag": "random-mid", "args": [p], "oracle": "brute"})
    for _ in range(10):                                 # a walk of small steps
        p = [500]
        while len(p) < 70:
            p.append(max(0, p[-1] + r.randint(-9, 8)))
        cases.append({"tag": "random-mid", "args": [p], "oracle": "brute"})
    n = 50_000
    large = [
        list(range(n)),
        list(range(n, 0, -1)),
        [r.randint(0, top) for _ in range(n)],
        [top - 20_000 * i for i in range(n)],
        list(range(n, 1, -1)) + [7],                    # one small rise at the very end
        [top if i == 0 else n - i for i in range(n)],
        [top // 2] * n,
    ]
    return cases + [{"tag": "large", "args": [p], "oracle": "ref"} for p in large]


def ramp(n, seed):
    r = random.Random(seed)
    return [[2 * (n - i) + r.randint(0, 3) for i in range(n)]]
