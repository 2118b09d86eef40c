def count_islands(g):                      # arms that lead up again start a new island
    seen, islands = set(), 0
    for y, row in enumerate(g):
        for x, cell in enumerate(row):
            if not cell or (y, x) in seen:
                continue
            islands += 1
            stack = [(y, x)]
            seen.add((y, x))
            while stack:
                a, b = stack.pop()
                for other in ((a + 1, b), (a, b + 1), (a, b - 1)):
                    if other[0] < len(g) and 0 <= other[1] < len(row) and g[other[0]][other[1]] and other not in seen:
                        seen.add(other)
                        stack.append(other)
    return islands
