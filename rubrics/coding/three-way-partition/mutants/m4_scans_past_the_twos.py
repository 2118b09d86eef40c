def three_way_partition(nums):             # fetches twos back from behind high
    low, high = 0, len(nums) - 1
    for i in range(len(nums)):
        if nums[i] == 2 and i < high:
            nums[i], nums[high] = nums[high], nums[i]
            high -= 1
        if nums[i] == 0:
            nums[low], nums[i] = nums[i], nums[low]
            low += 1
