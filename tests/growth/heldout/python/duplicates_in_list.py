def work(nums):
    seen = []
    repeated = 0
    for x in nums:
        if x in seen:
            repeated += 1
        seen.append(x)
    return repeated * 10 + len(seen)
