def combination_target(cand, target):
    sizes = sorted(cand)
    found, taken = [], []

    def search(start, missing):
        if missing == 0:
            found.append(taken[:])
            return
        for i in range(start, len(sizes)):
            if sizes[i] > missing:
                break
            taken.append(sizes[i])
            search(i, missing - sizes[i])
            taken.pop()

    search(0, target)
    return found
