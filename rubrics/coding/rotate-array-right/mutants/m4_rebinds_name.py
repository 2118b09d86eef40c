def rotate_right(nums, k):                 # builds the right list, but the caller keeps the old one
    k %= len(nums)
    nums = nums[len(nums) - k:] + nums[:len(nums) - k]
