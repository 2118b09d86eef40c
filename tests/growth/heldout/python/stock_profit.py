class Solution:
    def maxProfit(self, prices):
        low = float("inf")
        profit = 0
        for price in prices:
            if price < low:
                low = price
            elif price - low > profit:
                profit = price - low
        return profit


def work(nums):
    return Solution().maxProfit(nums)
