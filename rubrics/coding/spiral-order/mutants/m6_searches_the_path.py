def spiral_order(m):
    rows, columns = len(m), len(m[0])
    y, x, dy, dx = 0, 0, 0, 1
    passed = []
    while len(passed) < rows * columns:
        passed.append((y, x))
        ny, nx = y + dy, x + dx
        if not (0 <= ny < rows and 0 <= nx < columns) or (ny, nx) in passed:
            dy, dx = dx, -dy
            ny, nx = y + dy, x + dx
        y, x = ny, nx
    return [m[y][x] for y, x in passed]
