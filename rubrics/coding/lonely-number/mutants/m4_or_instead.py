def lonely_number(nums):                   # removes the bits of a number that were there, adds the others
    left_over = 0
    for number in nums:
        left_over = left_over & ~number if left_over & number else left_over | number
    return left_over
