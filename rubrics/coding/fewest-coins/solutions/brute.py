def fewest_coins(coins, amount):
    sums, tokens, seen = {0}, 0, {0}        # all sums of that many tokens that were not met with fewer
    while sums:
        if amount in sums:
            return tokens
        sums = {s + c for s in sums for c in coins if s + c <= amount} - seen
        seen |= sums
        tokens += 1
    return -1
