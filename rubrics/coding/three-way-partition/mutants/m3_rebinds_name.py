def three_way_partition(nums):             # the caller never sees the new list
    nums = [x for v in (0, 1, 2) for x in nums if x == v]
