def count_blocks(nums, k):
    found = 0
    for start in range(len(nums)):
        run = 0
        for x in nums[start:]:
            run += x
            found += run == k
    return found
