def count_islands(g):
    label = {(y, x): (y, x) for y, row in enumerate(g) for x, cell in enumerate(row) if cell}
    changed = True
    while changed:                         # the smallest label of an island spreads over it
        changed = False
        for y, x in label:
            for other in ((y + 1, x), (y, x + 1)):
                if other in label and label[other] != label[y, x]:
                    label[other] = label[y, x] = min(label[other], label[y, x])
                    changed = True
    return len(set(label.values()))
