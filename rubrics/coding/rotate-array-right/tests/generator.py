"""Lists and shifts: generate(seed) -> list of {"tag", "args", "oracle"}; ramp(n, seed) -> args."""
import random


def generate(seed):
    r = random.Random(seed)
    edges = [
        [[7], 0], [[7], 1], [[7], 1_000_000_000],
        [[1, 2], 0], [[1, 2], 1], [[1, 2], 2], [[1, 2], 3],
        [[1, 2, 3, 4, 5], 0],
        [[1, 2, 3, 4, 5], 5], [[1, 2, 3, 4, 5], 15],            # whole rounds
        [[1, 2, 3, 4, 5], 4], [[1, 2, 3, 4, 5], 1],
        [[1, 2, 3, 4, 5], 8], [[1, 2, 3], 1_000_000_000],       # k beyond the length
        [[1, 2, 3, 4, 5, 6], 2], [[1, 2, 3, 4, 5, 6], 3],       # k and the length share a factor
        [[1, 2, 3, 4, 5, 6], 4], [[1, 2, 3, 4, 5, 6, 7, 8], 6],
        [[4, 4, 4, 4], 3],
        [[1_000_000_000, -1_000_000_000, 0], 2],
    ]
    cases = [{"tag": "edge", "args": args, "oracle": "brute"} for args in edges]
    for n in range(1, 10):                                      # every shift of every short list
        for k in range(n + 2):
            cases.append({"tag": "every-shift", "args": [list(range(10, 10 + n)), k], "oracle": "brute"})
    for _ in range(60):
        nums = [r.randint(-3, 3) for _ in range(r.randint(1, 12))]
        cases.append({"tag": "random-small", "args": [nums, r.randint(0, 30)], "oracle": "brute"})
    for _ in range(25):
        nums = [r.randint(-10**9, 10**9) for _ in range(r.randint(20, 60))]
        cases.append({"tag": "random-mid", "args": [nums, r.randint(0, 10**9)], "oracle": "brute"})
    n = 50_000
    for k in [n // 2, n - 1, 1, 7_919, 999_999_999]:
        nums = [r.randint(-10**9, 10**9) for _ in range(n)]
        cases.append({"tag": "large", "args": [nums, k], "oracle": "ref"})
    return cases


def ramp(n, seed):
    r = random.Random(seed)
    return [[r.randint(-10**9, 10**9) for _ in range(n)], n // 2 + 1]
