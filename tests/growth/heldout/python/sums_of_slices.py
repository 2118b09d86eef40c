def work(nums):
    best = nums[0]
    for i in range(len(nums)):
        for j in range(i + 1, len(nums) + 1):
            best = max(best, sum(nums[i:j]))
    return best
