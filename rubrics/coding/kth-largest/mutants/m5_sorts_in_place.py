def kth_largest(nums, k):                  # right answer, but the caller's list is sorted
    nums.sort()
    return nums[-k]
