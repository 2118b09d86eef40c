def work(grid):
    n = len(grid)
    seen = set()
    islands = 0
    for r in range(n):
        for c in range(n):
            if grid[r][c] % 2 or (r, c) in seen:
                continue
            islands += 1
            stack = [(r, c)]
            seen.add((r, c))
            while stack:
                x, y = stack.pop()
                for nx, ny in ((x + 1, y), (x - 1, y), (x, y + 1), (x, y - 1)):
                    if 0 <= nx < n and 0 <= ny < n and grid[nx][ny] % 2 == 0 and (nx, ny) not in seen:
                        seen.add((nx, ny))
                        stack.append((nx, ny))
    return islands
