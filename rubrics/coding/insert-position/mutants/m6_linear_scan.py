def insert_position(nums, target):
    for i, key in enumerate(nums):
        if key >= target:
            return i
    return len(nums)
