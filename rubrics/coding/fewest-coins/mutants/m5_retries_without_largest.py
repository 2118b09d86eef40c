def fewest_coins(coins, amount):
    values, best = sorted(coins, reverse=True), -1
    for first in range(len(values)):
        used, rest = 0, amount
        for coin in values[first:]:
            used += rest // coin
            rest %= coin
        if rest == 0 and (best < 0 or used < best):
            best = used
    return best
