def spiral_order(m):
    top, bottom, left, right = 0, len(m) - 1, 0, len(m[0]) - 1
    path = []
    while top <= bottom and left <= right:
        path += m[top][left:right + 1]
        path += [m[y][right] for y in range(top + 1, bottom + 1)]
        if top < bottom:
            path += [m[bottom][x] for x in range(right - 1, left - 1, -1)]
        path += [m[y][left] for y in range(bottom - 1, top, -1)]            # also when it is the right column
        top, bottom, left, right = top + 1, bottom - 1, left + 1, right - 1
    return path
