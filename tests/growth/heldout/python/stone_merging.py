def work(nums):
    n = len(nums)
    prefix = [0]
    for x in nums:
        prefix.append(prefix[-1] + abs(x))
    cost = [[0] * n for _ in range(n)]
    for length in range(2, n + 1):
        for i in range(n - length + 1):
            j = i + length - 1
            cost[i][j] = min(cost[i][k] + cost[k + 1][j] for k in range(i, j)) + prefix[j + 1] - prefix[i]
    return cost[0][n - 1]
