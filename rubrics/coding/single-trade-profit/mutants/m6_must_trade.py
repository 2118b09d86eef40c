def single_trade_profit(prices):           # reports the smallest loss for a falling forecast
    if len(prices) == 1:
        return 0
    lowest, best = prices[0], prices[1] - prices[0]
    for price in prices[1:]:
        best = max(best, price - lowest)
        lowest = min(lowest, price)
    return best
