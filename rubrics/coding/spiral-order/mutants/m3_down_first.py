def spiral_order(m):
    path, rest = [], [list(column) for column in zip(*m)]
    while rest:
        path += rest.pop(0)
        rest = [list(column) for column in zip(*rest)][::-1]
    return path
