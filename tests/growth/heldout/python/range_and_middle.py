def work(nums):
    n = len(nums)
    if n % 2:
        median = nums[n // 2]
    else:
        median = (nums[n // 2 - 1] + nums[n // 2]) // 2
    return nums[-1] - nums[0] + median
