from bisect import bisect_left, bisect_right


def work(nums):
    return bisect_right(nums, 10**8) - bisect_left(nums, -(10**8))
