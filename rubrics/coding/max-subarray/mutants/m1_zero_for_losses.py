def max_subarray(nums):
    best = ending = 0                       # an empty shift is not allowed
    for x in nums:
        ending = max(ending + x, 0)
        best = max(best, ending)
    return best
