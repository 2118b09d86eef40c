def count_blocks(nums, k):
    seen = {0}
    total = answer = 0
    for x in nums:
        total += x
        answer += total - k in seen
        seen.add(total)
    return answer
