def spiral_order(m):
    path, rest = [], [list(row) for row in m]
    while rest:                             # cuts off the top row and turns the rest to the left
        path += rest.pop(0)
        rest = [list(column) for column in zip(*rest)][::-1]
    return path
