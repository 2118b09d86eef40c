"""Pairs and one single number: generate(seed) -> list of {"tag", "args", "oracle"}; ramp(n, seed) -> args."""
import random

LOW, HIGH = -2_147_483_648, 2_147_483_647


def box(r, pairs, lo, hi, shuffle=True):
    values = set()
    while len(values) < pairs + 1:
        values.add(r.randint(lo, hi))
    values = list(values)
    r.shuffle(values)
    nums = [values[0]] + [value for value in values[1:] for _ in range(2)]
    if shuffle:
        r.shuffle(nums)
    return nums


def generate(seed):
    r = random.Random(seed)
    edges = [
        [0], [1], [-1], [HIGH], [LOW], [2, 2, 1], [1, 2, 2], [2, 1, 2], [0, 5, 5], [5, 0, 5], [5, 5, 0], [0, 0, 7],
        [0, -4, 0], [-1, -1, -2], [1, -1, 1], [-1, 1, -1], [LOW, HIGH, LOW], [HIGH, LOW, HIGH], [HIGH, HIGH, 0, LOW, LOW],
        [1, 2, 3, 1, 2], [3, 1, 2, 2, 1], [4, 1, 5, 1, 4], [1, 2, 3, 3, 2], [8, 4, 2, 1, 8, 4, 2],
        [1, 1, 2, 2, 3, 3, 4], [4, 1, 1, 2, 2, 3, 3],
    ]
    cases = [{"tag": "edge", "args": [nums], "oracle": "brute"} for nums in edges]
    for _ in range(120):
        cases.append({"tag": "random-small", "args": [box(r, r.randint(0, 6), -4, 4)], "oracle": "brute"})
    for _ in range(20):
        cases.append({"tag": "random-mid", "args": [box(r, r.randint(20, 60), LOW, HIGH)], "oracle": "brute"})
    halves = box(r, 9_999, LOW, HIGH, shuffle=False)           # all first copies, then all second copies
    lone, firsts = halves[0], halves[1::2]
    adversarial = [
        firsts + [lone] + firsts, firsts + firsts[::-1] + [lone], [lone] + firsts + firsts[::-1],
        box(r, 9_999, HIGH - 10_050, HIGH), box(r, 9_999, LOW, LOW + 10_050),          # sums far beyond 32 bits
    ]
    cases += [{"tag": "adversarial", "args": [nums], "oracle": "ref"} for nums in adversarial]
    large = [box(r, 9_999, LOW, HIGH), box(r, 9_999, -5_000, 5_000), box(r, 9_998, LOW, HIGH)]
    return cases + [{"tag": "large", "args": [nums], "oracle": "ref"} for nums in large]


def ramp(n, seed):
    halves = box(random.Random(seed), n // 2, LOW, HIGH, shuffle=False)
    return [halves[1::2] + halves[1::2] + halves[:1]]
