def missing_number(nums):
    absent = [value for value in range(len(nums) + 1) if value not in nums]
    assert len(absent) == 1
    return absent[0]
