"""Sorted keys and a target: generate(seed) -> list of {"tag", "args", "oracle"}; ramp(n, seed) -> args."""
import random


def generate(seed):
    r = random.Random(seed)
    top = 1_000_000_000
    cases = []
    for nums in ([5], [5, 8], [-3, 0, 4], [-9, -4, 0, 7], [1, 2, 3, 4, 5], [-6, -2, 3, 8, 9, 20], [0, 1, 2, 3, 4, 5, 6]):
        for target in range(nums[0] - 1, nums[-1] + 2):  # every slot, present and absent
            cases.append({"tag": "every-slot", "args": [nums, target], "oracle": "brute"})
    edges = [[[-top], -top], [[top], -top], [[-top], top], [[-top, top], 0], [[-top, top], top], [[0], 0], [[0], -1], [[0], 1],
             [[-5, -4, -3], -6], [[-5, -4, -3], -2], [[top - 1, top], top], [[-top, -top + 1], -top]]
    cases += [{"tag": "edge", "args": args, "oracle": "brute"} for args in edges]
    for _ in range(120):
        nums = sorted(r.sample(range(-12, 13), r.randint(1, 11)))
        cases.append({"tag": "random-small", "args": [nums, r.randint(-14, 14)], "oracle": "brute"})
    for _ in range(40):
        nums = sorted(r.sample(range(-top, top + 1), r.randint(30, 90)))
        target = r.choice(nums) if r.random() < 0.5 else r.randint(-top, top)
        cases.append({"tag": "random-mid", "args": [nums, target], "oracle": "brute"})
    for _ in range(20):                                 # growing gaps: guessing by proportion goes astray
        nums = [0]
        while len(nums) < 29:
            nums.append(2 * nums[-1] + r.randint(1, 2))
        target = r.choice(nums) + r.randint(-1, 1)
        cases.append({"tag": "adversarial", "args": [nums, target], "oracle": "brute"})
    n = 50_000
    nums = sorted(r.sample(range(-top, top + 1), n))
    for target in (nums[0], nums[-1], nums[n // 2], nums[n // 3] + 1, -top, top):
        cases.append({"tag": "large", "args": [nums, target], "oracle": "ref"})
    return cases


def ramp(n, seed):
    r = random.Random(seed)
    return [[3 * i for i in range(n)], 3 * n - r.randint(1, 5)]      # near the far end
