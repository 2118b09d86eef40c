def single_trade_profit(prices):
    start = prices.index(min(prices))
    return max(prices[start:]) - prices[start]
