def count_islands(g):                      # turns land into water
    islands = 0
    for y, row in enumerate(g):
        for x, cell in enumerate(row):
            if not g[y][x]:
                continue
            islands += 1
            stack = [(y, x)]
            while stack:
                a, b = stack.pop()
                if 0 <= a < len(g) and 0 <= b < len(row) and g[a][b]:
                    g[a][b] = 0
                    stack += [(a + 1, b), (a - 1, b), (a, b + 1), (a, b - 1)]
    return islands
