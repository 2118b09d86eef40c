def single_trade_profit(prices):
    return max([0] + [later - earlier for earlier, later in zip(prices, prices[1:])])
