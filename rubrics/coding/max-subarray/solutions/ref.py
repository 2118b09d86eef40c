def max_subarray(nums):
    best = nums[0]
    ending = 0                              # the best sum of a block that ends here
    for x in nums:
        ending = max(ending, 0) + x
        best = max(best, ending)
    return best
