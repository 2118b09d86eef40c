def best_window_average(nums, k):          # the k warmest readings, wherever they are
    return sum(sorted(nums)[-k:]) / k
