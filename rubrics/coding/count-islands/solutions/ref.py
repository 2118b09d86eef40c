def count_islands(g):
    rows, columns = len(g), len(g[0])
    marked = [[False] * columns for _ in range(rows)]
    islands = 0
    for start_y in range(rows):
        for start_x in range(columns):
            if g[start_y][start_x] == 0 or marked[start_y][start_x]:
                continue
            islands += 1
            marked[start_y][start_x] = True
            stack = [(start_y, start_x)]
            while stack:
                y, x = stack.pop()
                for ny, nx in ((y - 1, x), (y + 1, x), (y, x - 1), (y, x + 1)):
                    if 0 <= ny < rows and 0 <= nx < columns and g[ny][nx] == 1 and not marked[ny][nx]:
                        marked[ny][nx] = True
                        stack.append((ny, nx))
    return islands
