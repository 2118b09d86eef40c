def count_islands(g):                      # an island counts at its smallest cell, which every cell searches for
    land = {(y, x) for y, row in enumerate(g) for x, cell in enumerate(row) if cell}
    islands = 0
    for start in land:
        seen, stack = {start}, [start]
        while stack:
            y, x = stack.pop()
            for other in ((y + 1, x), (y - 1, x), (y, x + 1), (y, x - 1)):
                if other in land and other not in seen:
                    seen.add(other)
                    stack.append(other)
        islands += start == min(seen)
    return islands
