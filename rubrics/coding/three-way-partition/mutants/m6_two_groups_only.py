def three_way_partition(nums):             # one border where two are needed
    low = 0
    for i, x in enumerate(nums):
        if x == 0:
            nums[low], nums[i] = nums[i], nums[low]
            low += 1
