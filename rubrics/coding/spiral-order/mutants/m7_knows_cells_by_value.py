def spiral_order(m):
    rows, columns = len(m), len(m[0])
    y, x, dy, dx = 0, 0, 0, 1
    path, seen = [], set()
    for _ in range(rows * columns):
        path.append(m[y][x])
        seen.add(m[y][x])
        ny, nx = y + dy, x + dx
        if not (0 <= ny < rows and 0 <= nx < columns) or m[ny][nx] in seen:
            dy, dx = dx, -dy
            ny, nx = y + dy, x + dx
        y, x = ny % rows, nx % columns
    return path
