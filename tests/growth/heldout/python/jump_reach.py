def work(nums):
    jumps = end = farthest = 0
    for i, x in enumerate(nums):
        farthest = max(farthest, i + abs(x) % 9 + 1)
        if i == end:
            jumps += 1
            end = farthest
    return jumps
