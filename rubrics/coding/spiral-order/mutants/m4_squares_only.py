def spiral_order(m):
    n = len(m)
    path = []
    for d in range((n + 1) // 2):
        last = n - 1 - d
        if d == last:
            path.append(m[d][d])
            break
        path += [m[d][x] for x in range(d, last)]
        path += [m[y][last] for y in range(d, last)]
        path += [m[last][x] for x in range(last, d, -1)]
        path += [m[y][d] for y in range(last, d, -1)]
    return path
