"""Trees as level-order lists: generate(seed) -> list of {"tag", "args", "oracle"}; ramp(n, seed) -> args."""
import random

LOW, HIGH = -2_147_483_648, 2_147_483_647


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


def grown(r, n, lo, hi, deep=0.0):
    """n >= 1 nodes, each hung into a free place; deep is the share that hangs below the newest node."""
    root = newest = [r.randint(lo, hi), None, None]
    free = [(root, 1), (root, 2)]
    for _ in range(n - 1):
        if r.random() < deep:
            i = len(free) - r.choice([1, 2])                   # the two newest places stand last
        else:
            i = r.randrange(len(free))
        free[i], free[-1] = free[-1], free[i]
        node, side = free.pop()
        newest = [r.randint(lo, hi), None, None]
        node[side] = newest
        free += [(newest, 1), (newest, 2)]
    return root


def leaning(values, sides):
    """A chain; sides[i] tells on which side the next node hangs."""
    root = node = [values[0], None, None]
    for value, side in zip(values[1:], sides):
        node[side] = [value, None, None]
        node = node[side]
    return root


def generate(seed):
    r = random.Random(seed)
    edges = [
        [0], [-7], [HIGH], [LOW], [1, 2], [1, None, 2], [1, 2, 3], [0, 1, 2, 3, 4, 5, 6], [1, 0, 1], [-1, 0, -1],
        [1, 2, 3, None, None, 4, 5], [1, 2, None, 3, 4], [3, 3, 3, None, 3], [HIGH, HIGH, HIGH, HIGH, HIGH, HIGH],
        [LOW, LOW, LOW, LOW], [0, LOW, HIGH], [5, -1, -2, -4, None, None, 3], [1, 2, 3, None, 4, 5, None, 6],
    ]
    cases = [{"tag": "edge", "args": [tree], "oracle": "brute"} for tree in edges]
    for _ in range(120):
        tree = levels(grown(r, r.randint(1, 10), -3, 3, r.choice([0.0, 0.5, 0.9])))
        cases.append({"tag": "random-small", "args": [tree], "oracle": "brute"})
    for _ in range(20):
        tree = levels(grown(r, r.randint(30, 80), LOW, HIGH, r.choice([0.0, 0.5, 0.9])))
        cases.append({"tag": "random-mid", "args": [tree], "oracle": "brute"})
    n = 20_000
    adversarial = [
        levels(leaning([r.randint(LOW, HIGH) for _ in range(n)], [1] * n)),             # one sensor per depth
        levels(leaning([r.randint(-9, 9) for _ in range(n)], [r.choice([1, 2]) for _ in range(n)])),
        [HIGH] * n, [LOW] * n,                                                          # sums beyond 32 bits
    ]
    cases += [{"tag": "adversarial", "args": [tree], "oracle": "ref"} for tree in adversarial]
    large = [[r.randint(LOW, HIGH) for _ in range(n)], levels(grown(r, n, LOW, HIGH)), levels(grown(r, n, -5, 5, 0.9))]
    return cases + [{"tag": "large", "args": [tree], "oracle": "ref"} for tree in large]


def ramp(n, seed):
    r = random.Random(seed)
    return [levels(leaning([r.randint(-9, 9) for _ in range(n)], [r.choice([1, 2]) for _ in range(n)]))]
