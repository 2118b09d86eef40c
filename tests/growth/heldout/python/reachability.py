def work(grid):
    n = len(grid)
    reach = [[grid[i][j] % 5 == 0 for j in range(n)] for i in range(n)]
    for k in range(n):
        for i in range(n):
            for j in range(n):
                reach[i][j] = reach[i][j] or (reach[i][k] and reach[k][j])
    return sum(sum(row) for row in reach)
