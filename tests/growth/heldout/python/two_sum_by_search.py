from bisect import bisect_left


def work(nums):
    nums.sort()
    close = 0
    for x in nums:
        i = bisect_left(nums, 1000 - x)
        if i < len(nums) and nums[i] < 2000000 - x:
            close += 1
    return close
