def lonely_number(nums):
    for number in nums:
        if sum(other == number for other in nums) == 1:
            return number
