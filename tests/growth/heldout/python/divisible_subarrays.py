from collections import defaultdict


def work(nums):
    k = 97
    seen = defaultdict(int)
    seen[0] = 1
    prefix = answer = 0
    for x in nums:
        prefix = (prefix + x) % k
        answer += seen[prefix]
        seen[prefix] += 1
    return answer
