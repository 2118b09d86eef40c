def rotate_right(nums, k):                 # n moves for each of the k slots
    for _ in range(k % len(nums)):
        last = nums[-1]
        for i in range(len(nums) - 1, 0, -1):
            nums[i] = nums[i - 1]
        nums[0] = last
