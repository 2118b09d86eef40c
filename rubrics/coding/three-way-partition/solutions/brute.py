def three_way_partition(nums):
    nums.sort()
