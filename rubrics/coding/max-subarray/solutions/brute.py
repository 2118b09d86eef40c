def max_subarray(nums):
    n = len(nums)
    return max(sum(nums[first:last + 1]) for first in range(n) for last in range(first, n))
