def count_blocks(nums, k):                 # for k = 0 every total meets itself
    seen = {0: 1}
    total = answer = 0
    for x in nums:
        total += x
        seen[total] = seen.get(total, 0) + 1
        answer += seen.get(total - k, 0)
    return answer
