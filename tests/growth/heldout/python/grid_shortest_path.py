from collections import deque


def work(grid):
    n = len(grid)
    steps = [[None] * n for _ in range(n)]
    steps[0][0] = 0
    queue = deque([(0, 0)])
    while queue:
        r, c = queue.popleft()
        for dr, dc in [(0, 1), (1, 0), (0, -1), (-1, 0)]:
            a, b = r + dr, c + dc
            if 0 <= a < n and 0 <= b < n and steps[a][b] is None:
                steps[a][b] = steps[r][c] + 1
                queue.append((a, b))
    return steps[n - 1][n - 1] + grid[0][0] % 2
