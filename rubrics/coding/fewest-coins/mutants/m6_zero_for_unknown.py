def fewest_coins(coins, amount):
    fewest = [0] * (amount + 1)
    for total in range(1, amount + 1):
        options = [fewest[total - coin] + 1 for coin in coins if coin <= total]
        fewest[total] = min(options, default=0)                 # 0 also means: not possible
    return fewest[amount] if fewest[amount] or amount == 0 else -1
