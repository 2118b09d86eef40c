def combination_target(cand, target):      # gives up at the first size that is too large
    def search(start, missing):
        if missing == 0:
            return [[]]
        found = []
        for i in range(start, len(cand)):
            if cand[i] > missing:
                break
            found += [[cand[i]] + rest for rest in search(i, missing - cand[i])]
        return found

    return search(0, target)
