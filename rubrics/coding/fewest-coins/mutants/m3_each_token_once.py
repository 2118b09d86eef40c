def fewest_coins(coins, amount):
    fewest = [0] + [float("inf")] * amount
    for coin in coins:
        for total in range(amount, coin - 1, -1):               # downwards: nothing is used twice
            fewest[total] = min(fewest[total], fewest[total - coin] + 1)
    return -1 if fewest[amount] == float("inf") else fewest[amount]
