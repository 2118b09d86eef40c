def edit_distance(a, b):
    across, down = sorted((a, b), key=len)  # the row runs over the shorter label
    row = list(range(len(across) + 1))      # from nothing to each prefix of it
    for i, x in enumerate(down, 1):
        diagonal, row[0] = row[0], i
        for j, y in enumerate(across, 1):
            diagonal, row[j] = row[j], min(row[j] + 1, row[j - 1] + 1, diagonal + (x != y))
    return row[-1]
