def lonely_number(nums):                   # starts with the first number and meets it again in the loop
    left_over = nums[0]
    for number in nums:
        left_over ^= number
    return left_over if len(nums) > 1 else nums[0]
