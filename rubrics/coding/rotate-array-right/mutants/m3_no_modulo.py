def rotate_right(nums, k):                 # takes k for smaller than the length
    if k:
        nums[:] = nums[-k:] + nums[:-k]
