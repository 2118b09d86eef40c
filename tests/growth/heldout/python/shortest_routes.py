def work(grid):
    n = len(grid)
    dist = [[abs(w) % 500 + 1 for w in row] for row in grid]
    for v in range(n):
        dist[v][v] = 0
    for k in range(n):
        via = dist[k]
        for row in dist:
            to_k = row[k]
            for j in range(n):
                if to_k + via[j] < row[j]:
                    row[j] = to_k + via[j]
    return max(max(row) for row in dist)
