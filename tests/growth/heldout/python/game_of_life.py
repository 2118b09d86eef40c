def work(board):
    n = len(board)
    alive = [[cell % 2 for cell in row] for row in board]
    nxt = [[0] * n for _ in range(n)]
    for i in range(n):
        for j in range(n):
            around = 0
            for a in range(max(0, i - 1), min(n, i + 2)):
                for b in range(max(0, j - 1), min(n, j + 2)):
                    around += alive[a][b]
            around -= alive[i][j]
            nxt[i][j] = 1 if around == 3 or (around == 2 and alive[i][j]) else 0
    return sum(map(sum, nxt))
