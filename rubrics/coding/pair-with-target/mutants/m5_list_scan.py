def pair_with_target(nums, target):        # searches the rest of the list for every entry
    for i, x in enumerate(nums):
        for j in range(i + 1, len(nums)):
            if nums[j] == target - x:
                return [i, j]
    return []
