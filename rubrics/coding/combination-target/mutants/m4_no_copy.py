def combination_target(cand, target):      # stores the working list itself
    found, taken = [], []

    def search(start, missing):
        if missing == 0:
            found.append(taken)
        for i in range(start, len(cand)):
            if cand[i] <= missing:
                taken.append(cand[i])
                search(i, missing - cand[i])
                taken.pop()

    search(0, target)
    return found
