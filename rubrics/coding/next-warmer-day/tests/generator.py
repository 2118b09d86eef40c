"""Records of temperatures: generate(seed) -> list of {"tag", "args", "oracle"}; ramp(n, seed) -> args."""
import random


def generate(seed):
    r = random.Random(seed)
    edges = [[7], [0], [-100], [100_000], [1, 2], [2, 1], [3, 3], [5, 5, 5, 5], [5, 5, 6], [6, 5, 5, 6], [6, 5, 5, 7],
             [9, 7, 4, 1], [1, 4, 7, 9], [9, 1, 2, 3, 10], [3, 5, 9], [9, 5, 7, 10], [12, 9, 10, 15, 15, 3], [-2, -2, 4],
             [-100, 100_000, -100], [0, -1, 0, 1], [8, 1, 8, 1, 9], [4, 3, 2, 1, 2, 3, 4], [4, 3, 2, 1, 5]]
    cases = [{"tag": "edge", "args": [t]} for t in edges]
    for _ in range(140):
        cases.append({"tag": "random-small", "args": [[r.randint(-2, 3) for _ in range(r.randint(1, 10))]]})
    for _ in range(25):
        cases.append({"tag": "random-mid", "args": [[r.randint(-100, 100_000) for _ in range(r.randint(40, 90))]]})
    for _ in range(25):                                 # falling with plateaus, then one warm day that releases many
        t = sorted((r.randint(0, 12) for _ in range(r.randint(6, 20))), reverse=True)
        cases.append({"tag": "adversarial", "args": [t + [r.randint(0, 13)] + t[: r.randint(0, 3)]]})
    for case in cases:
        case["oracle"] = "brute"
    n = 50_000
    large = [list(range(n, 0, -1)), list(range(n)), [50] * n, list(range(n, 1, -1)) + [100_000],
             [r.randint(-100, 100_000) for _ in range(n)], [50] * (n - 1) + [51], [abs(n // 2 - i) for i in range(n)]]
    return cases + [{"tag": "large", "args": [t], "oracle": "ref"} for t in large]


def ramp(n, seed):
    r = random.Random(seed)
    return [[3 * (n - i) + r.randint(0, 2) for i in range(n - 1)] + [100_000]]      # all wait for the last day
