def spiral_order(m):
    rows, columns = len(m), len(m[0])
    path = []
    for d in range(min(rows, columns) // 2):                                # the middle line is left out
        bottom, right = rows - 1 - d, columns - 1 - d
        path += [m[d][x] for x in range(d, right)]
        path += [m[y][right] for y in range(d, bottom)]
        path += [m[bottom][x] for x in range(right, d, -1)]
        path += [m[y][d] for y in range(bottom, d, -1)]
    return path
