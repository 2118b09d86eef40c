def insert_position(nums, target):
    return sum(1 for key in nums if key < target)
