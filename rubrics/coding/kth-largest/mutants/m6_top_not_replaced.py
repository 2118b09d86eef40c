import heapq


def kth_largest(nums, k):                  # compares with the largest of the k instead of the smallest
    best = sorted(nums[:k])
    for value in nums[k:]:
        if value > best[-1]:
            best = best[1:] + [value]
    return best[0]
