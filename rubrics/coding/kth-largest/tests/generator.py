"""Lists and ranks: generate(seed) -> list of {"tag", "args", "oracle"}; ramp(n, seed) -> args."""
import random

LOW, HIGH = -2_147_483_648, 2_147_483_647


def generate(seed):
    r = random.Random(seed)
    edges = [
        [[0], 1], [[HIGH], 1], [[LOW], 1], [[1, 2], 1], [[1, 2], 2], [[2, 1], 1], [[2, 1], 2], [[7, 7], 1], [[7, 7], 2],
        [[LOW, HIGH], 1], [[LOW, HIGH], 2], [[HIGH, LOW, HIGH], 2], [[0, -1, 1], 2], [[-1, -2, -3], 1], [[-1, -2, -3], 3],
        [[9, 9, 5], 2], [[9, 5, 5], 2], [[9, 5, 5], 3], [[3, 1, 3, 2, 3], 3], [[3, 1, 3, 2, 3], 4], [[4] * 6, 4],
    ]
    edges += [[order, k] for order in ([1, 2, 3, 4, 5], [5, 4, 3, 2, 1]) for k in range(1, 6)]
    cases = [{"tag": "edge", "args": args, "oracle": "brute"} for args in edges]
    for _ in range(130):                                       # few values: ties at nearly every place
        nums = [r.randint(-3, 3) for _ in range(r.randint(1, 10))]
        cases.append({"tag": "random-small", "args": [nums, r.randint(1, len(nums))], "oracle": "brute"})
    for _ in range(20):
        nums = [r.randint(LOW, HIGH) for _ in range(r.randint(30, 90))]
        cases.append({"tag": "random-mid", "args": [nums, r.randint(1, len(nums))], "oracle": "brute"})
    n = 20_000
    rising = list(range(n))
    adversarial = [
        [rising, 1], [rising, n], [rising, n // 2], [rising[::-1], n], [rising[::-1], 1], [rising[::-1], n // 2],
        [[6] * n, n // 2], [[6] * n, 1], [[6] * (n - 1) + [7], 2], [rising[: n // 2] + rising[: n // 2][::-1], n // 2],
        [[i % 2 for i in range(n)], n // 2], [[i % 2 for i in range(n)], n // 2 + 1],
    ]
    cases += [{"tag": "adversarial", "args": args, "oracle": "ref"} for args in adversarial]
    for k in (1, 10, n // 2, n - 9, n):
        cases.append({"tag": "large", "args": [[r.randint(LOW, HIGH) for _ in range(n)], k], "oracle": "ref"})
    return cases


def ramp(n, seed):
    r = random.Random(seed)
    nums = list(range(n))                                      # rising: every mark replaces the top of the heap
    return [nums, n // 2 + r.randint(0, 3)]
