def max_subarray(nums):
    best, run = max(nums), 0
    for x in nums:
        run = run + x if x > 0 else 0
        if run:
            best = max(best, run)
    return best
