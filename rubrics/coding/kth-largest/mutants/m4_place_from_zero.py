def kth_largest(nums, k):                  # one place too far, except for the last
    return sorted(nums, reverse=True)[min(k, len(nums) - 1)]
