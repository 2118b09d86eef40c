def pair_with_target(nums, target):        # skips entries above the target: right only without negatives
    position_of = {}
    for i, x in enumerate(nums):
        if x > target:
            continue
        if target - x in position_of:
            return [position_of[target - x], i]
        position_of[x] = i
    return []
