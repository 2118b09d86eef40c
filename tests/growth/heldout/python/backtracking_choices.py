class Solution:
    def run(self, nums):
        self.best = 0
        path = []

        def dfs(i):
            if i == len(nums):
                if path and (path[0] + path[-1]) % 1000 > self.best:
                    self.best = (path[0] + path[-1]) % 1000
                return
            dfs(i + 1)
            path.append(nums[i])
            dfs(i + 1)
            path.pop()

        dfs(0)
        return self.best


def work(nums):
    return Solution().run(nums)
