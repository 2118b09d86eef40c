class Solution:
    def cross(self, grid):
        m = len(grid) // 2
        return grid[m][m] + grid[m - 1][m] + grid[m + 1][m] + grid[m][m - 1] + grid[m][m + 1]


def work(grid):
    return Solution().cross(grid)
