def best_window_average(nums, k):          # takes shorter stretches at the start for full ones
    total, best = 0, float("-inf")
    for i, x in enumerate(nums):
        total += x
        if i >= k:
            total -= nums[i - k]
        best = max(best, total / min(i + 1, k))
    return best
