def fewest_coins(coins, amount):
    fewest = {coin: 1 for coin in coins}
    for total in range(1, amount + 1):
        options = [fewest[total - coin] + 1 for coin in coins if total - coin in fewest]
        if total not in fewest and options:
            fewest[total] = min(options)
    return fewest.get(amount, -1)
