def combination_target(cand, target):      # forgets other ways once a size fills the rest
    def search(start, missing):
        if missing == 0:
            return [[]]
        if missing in cand[start:]:
            return [[missing]]
        return [[cand[i]] + rest for i in range(start, len(cand)) if cand[i] < missing
                for rest in search(i, missing - cand[i])]

    return search(0, target)
