def pair_with_target(nums, target):        # fills the map first, then lets an entry meet itself
    position_of = {x: i for i, x in enumerate(nums)}
    for i, x in enumerate(nums):
        if target - x in position_of:
            return sorted([i, position_of[target - x]])
    return []
