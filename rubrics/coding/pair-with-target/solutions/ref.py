def pair_with_target(nums, target):
    position_of = {}
    for i, x in enumerate(nums):
        partner = position_of.get(target - x)
        if partner is not None:
            return [partner, i]
        position_of[x] = i
    return []
