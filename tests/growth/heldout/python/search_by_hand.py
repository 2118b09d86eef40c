def work(nums):
    lo, hi = 0, len(nums)
    while lo < hi:
        mid = (lo + hi) // 2
        if nums[mid] >= 0:
            hi = mid
        else:
            lo = mid + 1
    return lo
