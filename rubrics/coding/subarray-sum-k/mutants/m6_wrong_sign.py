def count_blocks(nums, k):                 # as if two totals had to add up to k
    seen = {0: 1}
    total = answer = 0
    for x in nums:
        total += x
        answer += seen.get(k - total, 0)
        seen[total] = seen.get(total, 0) + 1
    return answer
