def pair_with_target(nums, target):        # stores before it looks, so the earlier equal value is gone
    position_of = {}
    for i, x in enumerate(nums):
        position_of[x] = i
        partner = position_of.get(target - x)
        if partner is not None and partner != i:
            return [partner, i]
    return []
