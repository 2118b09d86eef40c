def combination_target(cand, target):      # goes on behind the size it has taken
    def search(start, missing):
        if missing == 0:
            return [[]]
        return [[cand[i]] + rest for i in range(start, len(cand)) if cand[i] <= missing
                for rest in search(i + 1, missing - cand[i])]

    return search(0, target)
