def lonely_number(nums):                   # goes through the list for every number
    for number in nums:
        if nums.count(number) == 1:
            return number
