import heapq


def kth_largest(nums, k):
    best = nums[:k]                        # the k largest so far, the smallest of them on top
    heapq.heapify(best)
    for value in nums[k:]:
        if value > best[0]:
            heapq.heapreplace(best, value)
    return best[0]
