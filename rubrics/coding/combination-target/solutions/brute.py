def combination_target(cand, target):
    ways = {0: {()}}                       # total -> all collections with it, each as a sorted tuple
    for total in range(1, target + 1):
        ways[total] = {tuple(sorted(way + (size,))) for size in cand if size <= total for way in ways[total - size]}
    return [list(way) for way in ways[target]]
