def work(nums):
    small = set(nums[: len(nums) // 2])
    doubled = {2 * x for x in nums}
    return len(small & doubled) + len(small | doubled)
