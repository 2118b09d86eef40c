def work(nums):
    out = []
    for x in nums:
        out.insert(0, x)
    return out[0] + out[len(out) // 2]
