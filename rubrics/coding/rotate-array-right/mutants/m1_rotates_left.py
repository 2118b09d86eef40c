def rotate_right(nums, k):                 # moves every box towards slot 0
    k %= len(nums)
    nums[:] = nums[k:] + nums[:k]
