def missing_number(nums):                  # never looks for n itself
    present = set(nums)
    for value in range(len(nums)):
        if value not in present:
            return value
    return -1
