from itertools import combinations

def single_trade_profit(prices):
    return max([0] + [sale - purchase for purchase, sale in combinations(prices, 2)])
