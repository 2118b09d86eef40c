from itertools import combinations


def edit_distance(a, b):
    best = len(a) + len(b)                  # delete all, insert all
    for pairs in range(1, min(len(a), len(b)) + 1):
        for left in combinations(a, pairs):             # these characters stand opposite each other, in order
            for right in combinations(b, pairs):
                replaced = sum(x != y for x, y in zip(left, right))
                best = min(best, len(a) - pairs + len(b) - pairs + replaced)
    return best
