def count_blocks(nums, k):                 # the total before the first minute is missing
    seen = {}
    total = answer = 0
    for x in nums:
        total += x
        answer += seen.get(total - k, 0)
        seen[total] = seen.get(total, 0) + 1
    return answer
