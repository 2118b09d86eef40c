def count_islands(g):                      # counts one island again where two of its arms meet
    return sum(1 for y, row in enumerate(g) for x, cell in enumerate(row)
               if cell and not (y and g[y - 1][x]) and not (x and row[x - 1]))
