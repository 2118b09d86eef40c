"""Logs with a window length: generate(seed) -> list of {"tag", "args", "oracle"}; ramp(n, seed) -> args."""
import random


def generate(seed):
    r = random.Random(seed)
    top = 1_000_000_000
    edges = [
        [[7], 1], [[-7], 1], [[0], 1],
        [[3, 4], 1], [[3, 4], 2],                       # k = 1 and k = n
        [[-5, -2, -9], 1], [[-5, -2, -9], 2], [[-5, -2, -9], 3],
        [[0, 0, 0, 0], 2], [[-4, -4, -4], 2],
        [[9, 1, 1, 1], 2], [[1, 1, 1, 9], 2],           # best at either end
        [[1, 9, 1, 9], 3], [[10, -10, 10], 2],
        [[50, 0, 0, 0, 9, 9, 9], 3],                    # the largest reading is in a poor stretch
        [[1, 2, 2], 2],                                 # half a unit counts
        [[-1, -2, 0], 2],                               # the best mean lies between -1 and 0
        [[1, 2, 3, 4, 5, 6], 4], [[6, 5, 4, 3, 2, 1], 4],
        [[top] * 4, 3], [[-top] * 4, 3], [[top, -top, top, -top], 3],
    ]
    cases = [{"tag": "edge", "args": args, "oracle": "brute"} for args in edges]
    for _ in range(140):
        n = r.randint(1, 10)
        cases.append({"tag": "random-small", "args": [[r.randint(-4, 4) for _ in range(n)], r.randint(1, n)], "oracle": "brute"})
    for _ in range(30):                                 # only negative readings
        n = r.randint(1, 9)
        cases.append({"tag": "negative", "args": [[r.randint(-9, -1) for _ in range(n)], r.randint(1, n)], "oracle": "brute"})
    for _ in range(25):
        n = r.randint(40, 90)
        nums = [r.randint(-top, top) for _ in range(n)]
        cases.append({"tag": "random-mid", "args": [nums, r.randint(1, n)], "oracle": "brute"})
    for _ in range(12):                                 # one spike that tempts a choice of single readings
        n = r.randint(12, 30)
        nums = [r.randint(0, 3) for _ in range(n)]
        for i in range(0, n, 5):
            nums[i] = 9
        cases.append({"tag": "adversarial", "args": [nums, r.randint(2, 6)], "oracle": "brute"})
    n = 50_000
    cases += [
        {"tag": "large", "args": [[r.randint(-top, top) for _ in range(n)], n // 2], "oracle": "ref"},
        {"tag": "large", "args": [[r.randint(-top, top) for _ in range(n)], 1], "oracle": "ref"},
        {"tag": "large", "args": [[top] * n, n], "oracle": "ref"},
        {"tag": "large", "args": [[-top] * n, n - 1], "oracle": "ref"},
        {"tag": "large", "args": [list(range(n)), n // 2], "oracle": "ref"},     # the last window wins
        {"tag": "large", "args": [list(range(n, 0, -1)), n // 3], "oracle": "ref"},
    ]
    return cases


def ramp(n, seed):
    r = random.Random(seed)
    return [[r.randint(-10**9, 10**9) for _ in range(n)], n // 2]
