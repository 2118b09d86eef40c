def insert_position(nums, target):
    lo, hi = 0, len(nums)                  # all before lo are below the target, none from hi on
    while lo < hi:
        mid = (lo + hi) // 2
        if nums[mid] < target:
            lo = mid + 1
        else:
            hi = mid
    return lo
