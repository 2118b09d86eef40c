"""Cases with exactly one answer: generate(seed) -> list of {"tag", "args", "oracle"}; ramp(n, seed) -> args."""
import random
from collections import Counter
from itertools import combinations


def unique_sums(nums):
    """The sums that exactly one pair of positions reaches."""
    counts = Counter(a + b for a, b in combinations(nums, 2))
    return sorted(total for total, ways in counts.items() if ways == 1)


def planted(r, n, i, j):
    """Even entries but for the one at j, so an odd target needs j; its partner at i is unlike all others."""
    nums = [2 * v for v in r.sample(range(-400_000_000, 400_000_000), n)]
    nums[j] += 1
    return [nums, nums[i] + nums[j]]


def random_case(r, tag, n, bound):
    while True:
        nums = [r.randint(-bound, bound) for _ in range(n)]
        targets = unique_sums(nums)
        if targets:
            return {"tag": tag, "args": [nums, r.choice(targets)], "oracle": "brute"}


def generate(seed):
    r = random.Random(seed)
    edges = [
        [[1, 2], 3],
        [[0, 0], 0],
        [[6, 6], 12],
        [[5, 1, 5], 10],                                # equal values form the pair
        [[4, 1, 7], 8],                                 # half of the target occurs once
        [[3, 2, 4, 8], 6],                              # half first, the true pair later
        [[-3, -8, -1], -4],
        [[-5, 0, 12, 5], 0],
        [[0, 4, -4, 9], 9],
        [[10, -7, 3], -4],
        [[9, 8, 7, 6, 5, 1], 6],                        # last two positions
        [[1_000_000_000, 1_000_000_000], 2_000_000_000],
        [[-1_000_000_000, 7, -1_000_000_000], -2_000_000_000],
        [[1_000_000_000, 3, -1_000_000_000], 0],
    ]
    cases = [{"tag": "edge", "args": args, "oracle": "brute"} for args in edges]
    for _ in range(120):                                # a tiny domain: ties and halves everywhere
        cases.append(random_case(r, "random-small", r.randint(2, 8), 5))
    for _ in range(25):                                 # equal values that form the answer
        x = r.randint(-9, 9)
        rest = [v for v in r.sample(range(-40, 41), 8) if v != x]
        nums = rest[: r.randint(0, 6)] + [x, x]
        r.shuffle(nums)
        if 2 * x in unique_sums(nums):
            cases.append({"tag": "duplicates", "args": [nums, 2 * x], "oracle": "brute"})
    for _ in range(20):
        cases.append(random_case(r, "random-mid", r.randint(20, 40), 10_000))
    n = 50_000
    for i, j in [(0, n - 1), (n - 2, n - 1), (0, 1), (n // 3, n // 2)]:
        cases.append({"tag": "large", "args": planted(r, n, i, j), "oracle": "ref"})
    steps = [8_192 * (k - n // 2) for k in range(n - 1)] + [1]      # equal low bits crowd a hash table
    cases.append({"tag": "large-crowded", "args": [steps, steps[n - 2] + 1], "oracle": "ref"})
    return cases


def ramp(n, seed):
    return planted(random.Random(seed), n, n - 2, n - 1)            # found in the last step only
