def count_blocks(nums, k):                 # right for positive values only
    lo = run = found = 0
    for hi, x in enumerate(nums):
        run += x
        while run > k and lo <= hi:
            run -= nums[lo]
            lo += 1
        if run == k and lo <= hi:
            found += 1
    return found
