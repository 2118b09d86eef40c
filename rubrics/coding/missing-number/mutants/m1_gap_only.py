def missing_number(nums):                  # looks between sorted neighbours
    ordered = sorted(nums)
    for low, high in zip(ordered, ordered[1:]):
        if high - low > 1:
            return low + 1
    return 0
