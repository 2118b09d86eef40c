def count_islands(g):                      # eight neighbours
    todo = {(y, x) for y, row in enumerate(g) for x, cell in enumerate(row) if cell}
    islands = 0
    while todo:
        islands += 1
        stack = [todo.pop()]
        while stack:
            y, x = stack.pop()
            for other in [(y + i, x + j) for i in (-1, 0, 1) for j in (-1, 0, 1)]:
                if other in todo:
                    todo.remove(other)
                    stack.append(other)
    return islands
