import heapq


def kth_largest(nums, k):                  # the other end of the list
    return heapq.nsmallest(k, nums)[-1]
