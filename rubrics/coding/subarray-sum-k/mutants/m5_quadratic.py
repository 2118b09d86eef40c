def count_blocks(nums, k):                 # subtracts every pair of totals
    totals = [0]
    for x in nums:
        totals.append(totals[-1] + x)
    return sum(1 for end in range(1, len(totals)) for start in range(end) if totals[end] - totals[start] == k)
