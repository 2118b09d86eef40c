def kth_largest(nums, k):                  # removes the largest mark again and again
    left = list(nums)
    for _ in range(k - 1):
        left.remove(max(left))
    return max(left)
