def pair_with_target(nums, target):
    order = sorted(range(len(nums)), key=nums.__getitem__)
    low, high = 0, len(order) - 1
    while low < high:
        total = nums[order[low]] + nums[order[high]]
        if total == target:
            return sorted((order[low], order[high]))
        if total < target:
            low += 1
        else:
            high -= 1
