def best_window_average(nums, k):          # no stretch of a frosty night beats the starting value
    best = total = 0
    for i, x in enumerate(nums):
        total += x
        if i >= k:
            total -= nums[i - k]
        if i >= k - 1:
            best = max(best, total)
    return best / k
