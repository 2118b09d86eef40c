"""Series with one value taken out: generate(seed) -> list of {"tag", "args", "oracle"}; ramp(n, seed) -> args."""
import random


def series(n, absent):
    return [value for value in range(n + 1) if value != absent]


def shuffled(r, n, absent):
    nums = series(n, absent)
    r.shuffle(nums)
    return nums


def generate(seed):
    r = random.Random(seed)
    edges = [series(n, absent) for n in range(1, 5) for absent in range(n + 1)]
    edges += [series(n, absent)[::-1] for n in range(2, 5) for absent in (0, n // 2, n)]
    edges += [[2, 0], [1, 3, 0], [3, 2, 0], [4, 0, 3, 1], [5, 1, 2, 3, 4], [1, 5, 2, 4, 3]]
    cases = [{"tag": "edge", "args": [nums], "oracle": "brute"} for nums in edges]
    for _ in range(100):
        n = r.randint(1, 9)
        cases.append({"tag": "random-small", "args": [shuffled(r, n, r.randint(0, n))], "oracle": "brute"})
    for _ in range(20):
        n = r.randint(30, 120)
        cases.append({"tag": "random-mid", "args": [shuffled(r, n, r.choice([0, n, r.randint(0, n)]))], "oracle": "brute"})
    n = 20_000
    adversarial = [series(n, 0), series(n, n), series(n, n)[::-1], series(n, n - 1)[::-1], series(n, 0)[1:] + [1]]
    cases += [{"tag": "adversarial", "args": [nums], "oracle": "ref"} for nums in adversarial]
    large = [shuffled(r, n, absent) for absent in (0, n, r.randint(1, n - 1))] + [shuffled(r, n - 1, r.randint(0, n - 1))]
    return cases + [{"tag": "large", "args": [nums], "oracle": "ref"} for nums in large]


def ramp(n, seed):
    return [shuffled(random.Random(seed), n, n)]
