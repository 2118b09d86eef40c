def single_trade_profit(prices):           # remembers the highest price so far and sells to the past
    highest, best = prices[0], 0
    for price in prices:
        best = max(best, highest - price)
        highest = max(highest, price)
    return best
