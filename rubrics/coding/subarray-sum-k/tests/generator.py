"""Records and a sum: generate(seed) -> list of {"tag", "args", "oracle"}; ramp(n, seed) -> args."""
import random


def generate(seed):
    r = random.Random(seed)
    edges = [
        [[5], 5], [[5], 0], [[5], -5], [[0], 0], [[-3], -3],
        [[0] * 6, 0], [[0, 0, 0], 1], [[1, -1, 1, -1], 0], [[1, -1], 0],
        [[2, -1, 2, 1], 3], [[1, 2, 3], 6], [[1, 2, 3], 7], [[3, 1, 2], 3], [[3, -2, 2], 3],
        [[4, -4, 4, -4, 4], 4], [[-1000] * 4, -2000], [[1000, -1000] * 3, 1000],
        [[1, 1, 1, 1], 2], [[7, 0, 0, 7], 7], [[0, 5, 0], 5], [[-1, -1, 1], -1], [[1, 2, 1, 2, 1], 3],
        [[9], 20_000_000], [[9], -20_000_000],
    ]
    cases = [{"tag": "edge", "args": args} for args in edges]
    for _ in range(160):                                # few values: equal totals everywhere
        nums = [r.randint(-2, 2) for _ in range(r.randint(1, 12))]
        cases.append({"tag": "random-small", "args": [nums, r.randint(-3, 3)]})
    for _ in range(25):
        nums = [r.randint(-1000, 1000) for _ in range(r.randint(30, 80))]
        i = r.randrange(len(nums))
        k = sum(nums[i:r.randint(i + 1, len(nums))]) if r.random() < 0.7 else r.randint(-2000, 2000)
        cases.append({"tag": "random-mid", "args": [nums, k]})
    for _ in range(25):                                 # a record that keeps coming back to earlier totals
        step = r.choice([1, 500, 1000])
        nums = [r.choice([-step, 0, step]) for _ in range(r.randint(20, 60))]
        cases.append({"tag": "adversarial", "args": [nums, r.choice([-step, 0, step, 2 * step])]})
    for case in cases:
        case["oracle"] = "brute"
    n = 20_000
    large = [
        [[0] * n, 0],                                   # every one of n(n + 1) / 2 blocks
        [[1, -1] * (n // 2), 0],
        [[1] * n, 9_999],
        [[1000] * n, 20_000_000],                       # the whole record
        [[-1000] * n, -20_000_000],
        [[r.randint(-1000, 1000) for _ in range(n)], 137],
        [[r.randint(-1, 1) for _ in range(n)], 5],
    ]
    return cases + [{"tag": "large", "args": args, "oracle": "ref"} for args in large]


def ramp(n, seed):
    r = random.Random(seed)
    return [[r.randint(-1000, 1000) for _ in range(n)], 20_000_000]     # no block has this sum
