def spiral_order(m):
    top, bottom = 0, len(m) - 1
    left, right = 0, len(m[0]) - 1
    path = []
    while top <= bottom and left <= right:
        for x in range(left, right + 1):
            path.append(m[top][x])
        for y in range(top + 1, bottom + 1):
            path.append(m[y][right])
        if top < bottom:                    # otherwise the row was cut on the way right
            for x in range(right - 1, left - 1, -1):
                path.append(m[bottom][x])
        if left < right:                    # otherwise the column was cut on the way down
            for y in range(bottom - 1, top, -1):
                path.append(m[y][left])
        top, bottom, left, right = top + 1, bottom - 1, left + 1, right - 1
    return path
