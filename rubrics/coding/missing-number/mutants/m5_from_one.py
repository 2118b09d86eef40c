def missing_number(nums):                  # never considers 0
    present = set(nums)
    value = 1
    while value in present:
        value += 1
    return value
