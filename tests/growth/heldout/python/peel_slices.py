def work(nums):
    total = 0
    while nums:
        total += nums[0] % 10
        nums = nums[1:]
    return total
