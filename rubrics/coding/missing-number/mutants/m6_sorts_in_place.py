def missing_number(nums):                  # right answer, but the caller's list is sorted
    nums.sort()
    for i, value in enumerate(nums):
        if value != i:
            return i
    return len(nums)
