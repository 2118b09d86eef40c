"""Beads with few colours: generate(seed) -> list of {"tag", "args", "oracle"}; ramp(n, seed) -> args."""
import random


def generate(seed):
    r = random.Random(seed)
    edges = [
        [], [0], [-1], [5, 5], [5, 6], [6, 5], [4, 7, 4], [4, 4, 7], [7, 4, 4], [1, 2, 3], [3, 2, 1], [2, 2, 2], [0, 0, -1],
        [1, 2, 1, 2], [2, 1, 1, 2], [1, 1, 2, 2], [-20, 20], [20, -20, 20], [1] * 6, [1, 2, 3, 1, 2, 3], [-1, 1, -1, 0],
    ]
    cases = [{"tag": "edge", "args": [nums], "oracle": "brute"} for nums in edges]
    for _ in range(110):
        nums = [r.randint(-1, 2) for _ in range(r.randint(0, 6))]
        cases.append({"tag": "random-small", "args": [nums], "oracle": "brute"})
    for _ in range(20):
        nums = [r.randint(-20, 20) for _ in range(r.randint(6, 8))]
        cases.append({"tag": "random-mid", "args": [nums], "oracle": "brute"})
    halves = r.sample(range(-20, 21), 7)
    adversarial = [[3] * 14, [1, 2] * 7, halves + halves, halves + halves[::-1], [5] * 13 + [-5], [-5] + [5] * 13]
    cases += [{"tag": "adversarial", "args": [nums], "oracle": "ref"} for nums in adversarial]
    large = [r.sample(range(-20, 21), 14), list(range(14)), [r.randint(-9, 9) for _ in range(14)]]
    return cases + [{"tag": "large", "args": [nums], "oracle": "ref"} for nums in large]


def ramp(n, seed):
    """Different colours with n selections, for n a power of two."""
    return [random.Random(seed).sample(range(-20, 21), n.bit_length() - 1)]
