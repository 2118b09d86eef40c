from itertools import accumulate


def max_subarray(nums):
    if max(nums) <= 0:
        return max(nums)
    prefixes = [0, *accumulate(nums)]
    return max(prefixes) - min(prefixes)
