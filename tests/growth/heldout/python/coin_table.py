def work(n):
    # ways to write n as a sum of numbers up to n
    ways = [1] + [0] * n
    for coin in range(1, n + 1):
        for amount in range(n + 1):
            if amount >= coin:
                ways[amount] = (ways[amount] + ways[amount - coin]) % 1000000007
    return ways[n]
