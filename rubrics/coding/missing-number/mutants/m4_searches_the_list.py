def missing_number(nums):                  # one search through the list for each value
    for value in range(len(nums) + 1):
        if value not in nums:
            return value
