def combination_target(cand, target):      # walks through every order and throws repetitions away
    found = set()

    def search(missing, taken):
        if missing == 0:
            found.add(tuple(sorted(taken)))
        for size in cand:
            if size <= missing:
                search(missing - size, taken + [size])

    search(target, [])
    return [list(way) for way in found]
