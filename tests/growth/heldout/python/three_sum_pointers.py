def work(nums):
    nums.sort()
    closest = float("inf")
    for i in range(len(nums) - 2):
        l, r = i + 1, len(nums) - 1
        while l < r:
            s = nums[i] + nums[l] + nums[r]
            closest = min(closest, abs(s))
            if s < 0:
                l += 1
            else:
                r -= 1
    return closest
