"""Tokens and fares: generate(seed) -> list of {"tag", "args", "oracle"}; ramp(n, seed) -> args."""
import random


def generate(seed):
    r = random.Random(seed)
    edges = [
        [[1], 0], [[5], 0], [[2_000_000_000], 0],
        [[1], 1], [[1], 9], [[2], 1], [[2], 3], [[3], 9],
        [[2_000_000_000], 20], [[2_000_000_000, 3], 20], [[2_000_000_000, 1_999_999_999, 4], 20],
        [[1, 3, 4], 6], [[4, 3, 1], 6], [[1, 5, 8], 10], [[1, 7, 10], 14],   # largest first loses
        [[3, 5], 9], [[5, 6], 24], [[4, 9], 12],                # largest first gets stuck
        [[3, 5], 7], [[3, 5], 4], [[6, 10, 15], 29], [[6, 10, 15], 30],
        [[4, 6], 9], [[2, 4, 8], 15],                           # odd fare, even tokens
        [[5, 5, 5], 15], [[2, 2], 3],                           # repeated values
        [[7], 7], [[7, 9], 16], [[9, 7], 18],
        [[1, 2, 5], 11], [[20, 30, 70], 110], [[3, 7, 405, 436], 884],
        [[12, 11, 10, 9, 8, 7, 6, 5, 4, 3, 2, 1], 13],
    ]
    cases = [{"tag": "edge", "args": args, "oracle": "brute"} for args in edges]
    for _ in range(140):
        coins = [r.randint(1, 9) for _ in range(r.randint(1, 4))]
        cases.append({"tag": "random-small", "args": [coins, r.randint(0, 30)], "oracle": "brute"})
    for _ in range(60):
        coins = [r.randint(4, 20) for _ in range(r.randint(2, 4))]
        cases.append({"tag": "random-small", "args": [coins, r.randint(10, 60)], "oracle": "brute"})
    for _ in range(25):
        coins = [r.randint(5, 120) for _ in range(r.randint(3, 8))]
        cases.append({"tag": "random-mid", "args": [coins, r.randint(150, 900)], "oracle": "brute"})
    cases += [
        {"tag": "adversarial", "args": [[2, 4, 6, 8, 10, 12], 1_001], "oracle": "brute"},       # all tried in vain
        {"tag": "adversarial", "args": [[1, 500, 501], 1_000], "oracle": "brute"},
        {"tag": "adversarial", "args": [[1, 99, 100], 9_801], "oracle": "ref"},
        {"tag": "adversarial", "args": [[17, 1_999_999_999, 2_000_000_000], 19_999], "oracle": "ref"},
        {"tag": "large", "args": [[1], 20_000], "oracle": "ref"},
        {"tag": "large", "args": [list(range(2, 26, 2)), 19_999], "oracle": "ref"},
        {"tag": "large", "args": [[r.randint(50, 4_000) for _ in range(12)], 20_000], "oracle": "ref"},
        {"tag": "large", "args": [[137, 149, 151, 163, 173, 181, 191, 197, 211, 223, 227, 229], 19_997], "oracle": "ref"},
    ]
    return cases


def ramp(n, seed):
    return [random.Random(seed).sample(range(2, 40), 8), n]
