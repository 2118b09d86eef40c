def lonely_number(nums):
    left_over = 0
    for number in nums:
        left_over ^= number
    return left_over
