"""Rows of planks: generate(seed) -> list of {"tag", "args", "oracle"}; ramp(n, seed) -> args."""
import random


def generate(seed):
    r = random.Random(seed)
    edges = [
        [0], [7], [1_000_000_000],
        [0, 0, 0], [0, 4, 0], [4, 0, 4],
        [2, 2], [3, 3, 3, 3],                           # all equal
        [1, 2, 3, 4, 5], [1, 2, 3, 4, 5, 6, 7],         # rising: settled only at the end
        [5, 4, 3, 2, 1], [9, 1],
        [1, 9], [2, 1, 2], [1, 2, 1],
        [2, 1, 2, 2, 1, 2],                             # the whole row wins
        [4, 2, 4], [2, 4, 2, 4, 2],
        [6, 5, 5, 5, 6, 1],                             # a plateau below its neighbours
        [1, 5, 5, 1, 5, 5, 5],
        [3, 6, 5, 7, 4, 8, 1, 0],
        [1_000_000_000] * 3,
    ]
    cases = [{"tag": "edge", "args": [h], "oracle": "brute"} for h in edges]
    for _ in range(120):                                # few heights: plateaus, zeros and ties
        h = [r.randint(0, 4) for _ in range(r.randint(1, 10))]
        cases.append({"tag": "random-small", "args": [h], "oracle": "brute"})
    for _ in range(20):
        h = sorted(r.randint(0, 12) for _ in range(r.randint(3, 9)))
        cases.append({"tag": "hill", "args": [h + h[::-1][r.randint(0, 2):]], "oracle": "brute"})
    for _ in range(20):
        h = [r.randint(0, 1000) for _ in range(r.randint(30, 60))]
        cases.append({"tag": "random-mid", "args": [h], "oracle": "brute"})
    n, top = 50_000, 1_000_000_000
    large = [
        [top] * n,                                      # area 5 * 10^13
        list(range(1, n + 1)),
        list(range(n, 0, -1)),
        [r.randint(0, top) for _ in range(n)],
        [top - (i % 2) for i in range(n)],
        [min(i, n - i) for i in range(n)],
    ]
    return cases + [{"tag": "large", "args": [h], "oracle": "ref"} for h in large]


def ramp(n, seed):
    r = random.Random(seed)
    return [[500_000_000 + i + r.randint(0, 1) for i in range(n)]]      # nearly rising: wide reach everywhere
