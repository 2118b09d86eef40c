def count_islands(g):                      # row -1 is the last row
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
                for c, d in ((a + 1, b), (a - 1, b), (a, b + 1), (a, b - 1)):
                    try:
                        if g[c][d] and (c % len(g), d % len(row)) not in seen:
                            seen.add((c % len(g), d % len(row)))
                            stack.append((c % len(g), d % len(row)))
                    except IndexError:
                        pass
    return islands
