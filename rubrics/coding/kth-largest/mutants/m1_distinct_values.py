def kth_largest(nums, k):                  # ranks different values only
    ranked = sorted(set(nums), reverse=True)
    return ranked[min(k, len(ranked)) - 1]
