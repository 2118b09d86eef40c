def max_subarray(nums):
    best = nums[0]
    for first in range(len(nums)):
        total = 0
        for last in range(first, len(nums)):
            total += nums[last]
            if total > best:
                best = total
    return best
