def work(nums):
    sums = [0]
    for x in nums:
        sums = sums + [s + x for s in sums]
    return min(abs(s - 777) for s in sums)
