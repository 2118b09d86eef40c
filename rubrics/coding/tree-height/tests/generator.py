"""Trees as level-order lists: generate(seed) -> list of {"tag", "args", "oracle"}; ramp(n, seed) -> args."""
import random


def levels(root):
    """A tree of [value, left, right] nodes as a level-order list without trailing nulls."""
    row, out = [root], []
    for node in row:
        if node is None:
            out.append(None)
        else:
            out.append(node[0])
            row += node[1:]
    while out and out[-1] is None:
        out.pop()
    return out


def grown(r, n, lo, hi, lean=0.5, deep=0.0):
    """n nodes, each hung into a free place; deep is the share that hangs below the newest node."""
    if n == 0:
        return []
    root = newest = [r.randint(lo, hi), None, None]
    free = [(root, 1), (root, 2)]
    for _ in range(n - 1):
        if r.random() < deep:
            side = 1 if r.random() < lean else 2
            place = (newest, side)
            free.remove(place)
        else:
            i = r.randrange(len(free))
            free[i], free[-1] = free[-1], free[i]
            place = free.pop()
        newest = [r.randint(lo, hi), None, None]
        place[0][place[1]] = newest
        free += [(newest, 1), (newest, 2)]
    return levels(root)


def leaning(values, sides):
    """A chain; sides[i] tells on which side the next node hangs."""
    root = node = [values[0], None, None]
    for value, side in zip(values[1:], sides):
        node[side] = [value, None, None]
        node = node[side]
    return levels(root)


def generate(seed):
    r = random.Random(seed)
    edges = [
        [], [0], [1, 2], [1, None, 2], [1, 2, 3], [1, 1, 1], [5, 4, None, 3], [5, None, 4, None, 3],
        [1, 2, None, None, 3], [1, None, 2, 3], [1, 2, 3, 4], [1, 2, 3, None, None, None, 4],
        [1, 2, 3, 4, 5, 6, 7], [-1_000_000, 1_000_000], [1, 2, 3, None, 4, 5, None, 6],
        [0, 0, 0, 0, None, None, None, 0],
    ]
    cases = [{"tag": "edge", "args": [tree], "oracle": "brute"} for tree in edges]
    for _ in range(120):
        tree = grown(r, r.randint(1, 9), -2, 2, r.random(), r.choice([0.0, 0.5, 0.9]))
        cases.append({"tag": "random-small", "args": [tree], "oracle": "brute"})
    for _ in range(20):
        tree = grown(r, r.randint(30, 90), -10**6, 10**6, r.random(), r.choice([0.0, 0.6, 0.9]))
        cases.append({"tag": "random-mid", "args": [tree], "oracle": "brute"})
    n = 20_000
    chains = [[1] * n, [2] * n, [r.choice([1, 2]) for _ in range(n)], [1, 2] * (n // 2)]
    for sides in chains:                                        # depth 20000
        cases.append({"tag": "adversarial", "args": [leaning([7] * n, sides)], "oracle": "ref"})
    large = [[r.randint(-9, 9) for _ in range(n)], grown(r, n, -10**6, 10**6), [1] * 16_383, [1] * 16_384]
    return cases + [{"tag": "large", "args": [tree], "oracle": "ref"} for tree in large]


def ramp(n, seed):
    r = random.Random(seed)
    return [leaning([1] * n, [r.choice([1, 2]) for _ in range(n)])]
