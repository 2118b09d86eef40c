def work(nums):
    ordered = sorted(nums)
    return min(b - a for a, b in zip(ordered, ordered[1:]))
