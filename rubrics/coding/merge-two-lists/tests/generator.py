"""Pairs of sorted chains: generate(seed) -> list of {"tag", "args", "oracle"}; ramp(n, seed) -> args."""
import random


def chain(r, n, lo, hi):
    return sorted(r.randint(lo, hi) for _ in range(n))


def generate(seed):
    r = random.Random(seed)
    edges = [
        [[], []], [[], [8]], [[-8], []], [[0], [0]], [[1], [2]], [[2], [1]],
        [[1, 2, 3], [7, 8]], [[7, 8], [1, 2, 3]],               # one chain wholly before the other
        [[5, 5, 5], [5, 5]],                                    # all equal
        [[1, 3, 5, 7], [2, 4, 6, 8]],                           # strictly alternating
        [[4], [1, 2, 3, 5, 6]], [[1, 2, 3, 5, 6], [4]],
        [[], [1, 1, 2]], [[-1, -1, 2], []],
        [[-1_000_000, 1_000_000], [-1_000_000, 1_000_000]],
        [[0, 0, 1], [0, 1, 1]],
    ]
    cases = [{"tag": "edge", "args": args, "oracle": "brute"} for args in edges]
    for _ in range(130):                                        # few values: ties in most merges
        args = [chain(r, r.randint(0, 7), -2, 2), chain(r, r.randint(0, 7), -2, 2)]
        cases.append({"tag": "random-small", "args": args, "oracle": "brute"})
    for _ in range(25):
        gap = r.randint(-30, 30)                                # ranges that touch, overlap or stand apart
        args = [chain(r, r.randint(0, 10), 0, 20), chain(r, r.randint(0, 10), gap, gap + 20)]
        cases.append({"tag": "shifted-ranges", "args": args, "oracle": "brute"})
    for _ in range(15):
        args = [chain(r, r.randint(30, 60), -10**6, 10**6), chain(r, r.randint(30, 60), -10**6, 10**6)]
        cases.append({"tag": "random-mid", "args": args, "oracle": "brute"})
    n = 20_000
    large = [
        [chain(r, n, -10**6, 10**6), chain(r, n, -10**6, 10**6)],
        [list(range(0, 2 * n, 2)), list(range(1, 2 * n, 2))],
        [[7] * n, [7] * n],
        [list(range(n, 2 * n)), list(range(n))],
        [[10**6], list(range(n))],
    ]
    return cases + [{"tag": "large", "args": args, "oracle": "ref"} for args in large]


def ramp(n, seed):
    r = random.Random(seed)
    return [chain(r, n, -10**6, 10**6), chain(r, n, -10**6, 10**6)]
