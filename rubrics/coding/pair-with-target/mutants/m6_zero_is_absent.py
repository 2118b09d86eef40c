def pair_with_target(nums, target):        # takes position 0 for "not found"
    position_of = {}
    for i, x in enumerate(nums):
        if position_of.get(target - x):
            return [position_of[target - x], i]
        position_of[x] = i
    return []
