def best_window_average(nums, k):          # stops one stretch too early
    total = best = sum(nums[:k])
    for start in range(1, len(nums) - k):
        total += nums[start + k - 1] - nums[start - 1]
        best = max(best, total)
    return best / k
