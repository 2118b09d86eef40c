def work(nums):
    k = len(nums) // 2
    total = 0
    for i in range(len(nums) - k + 1):
        total += max(nums[i:i + k])
    return total
