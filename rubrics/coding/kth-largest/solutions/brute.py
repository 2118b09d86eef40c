def kth_largest(nums, k):
    for value in nums:                     # place k lies among the places that equal marks share
        larger = sum(other > value for other in nums)
        equal = sum(other == value for other in nums)
        if larger < k <= larger + equal:
            return value
