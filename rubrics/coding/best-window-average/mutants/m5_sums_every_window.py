def best_window_average(nums, k):          # k additions for every stretch
    best = None
    for start in range(len(nums) - k + 1):
        total = 0
        for i in range(start, start + k):
            total += nums[i]
        if best is None or total > best:
            best = total
    return best / k
