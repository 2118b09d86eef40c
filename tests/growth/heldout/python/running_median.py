import heapq


class MedianFinder:
    def __init__(self):
        self.low, self.high = [], []

    def add(self, x):
        heapq.heappush(self.low, -heapq.heappushpop(self.high, x))
        if len(self.low) > len(self.high):
            heapq.heappush(self.high, -heapq.heappop(self.low))

    def median(self):
        if len(self.high) > len(self.low):
            return self.high[0]
        return (self.high[0] - self.low[0]) // 2


def work(nums):
    finder = MedianFinder()
    total = 0
    for x in nums:
        finder.add(x)
        total += finder.median()
    return total
