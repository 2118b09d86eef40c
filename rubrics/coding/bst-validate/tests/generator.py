"""Valid trees and damaged ones: generate(seed) -> list of {"tag", "args", "oracle"}; ramp(n, seed) -> args."""
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


def numbered(root, keys):
    """Writes the keys into the tree in order, from its leftmost node to its rightmost."""
    keys, way, node = iter(keys), [], root
    while way or node:
        while node:
            way.append(node)
            node = node[1]
        node = way.pop()
        node[0] = next(keys)
        node = node[2]
    return root


def valid(r, n, lo, hi, deep=0.0):
    return numbered(grown(r, n, 0, 0, deep), sorted(r.sample(range(lo, hi + 1), n)))


def generate(seed):
    r = random.Random(seed)
    edges = [
        [0], [HIGH], [LOW], [1, 1], [1, None, 1], [1, 0], [1, 2], [1, None, 2], [1, None, 0], [2, 1, 3], [2, 3, 1],
        [2, 2, 3], [2, 1, 2], [10, 5, 15, None, None, 6, 20],               # 6 agrees with 15, not with 10
        [10, 5, 15, None, 12], [10, 5, 15, None, 10], [10, 5, 15, None, None, 10],
        [10, 5, 15, 2, 7, 12, 20], [10, 5, 15, 2, 11, 12, 20], [10, 5, 15, 2, 7, 9, 20],
        [0, LOW, HIGH], [LOW, None, HIGH], [HIGH, LOW], [LOW, LOW], [HIGH, None, HIGH], [LOW, None, LOW], [HIGH, HIGH],
        [0, None, HIGH, None, HIGH], [0, LOW, None, LOW], [5, 3, None, 2, 4], [5, 3, None, 2, 6],
        [8, 4, None, 2, None, 1, None, None, 9], [8, 4, None, 2, None, 1, None, None, 3], [1, None, 5, 3, None, 2], [1, None, 5, 3, None, 0],
        [-1, -2, 0], [0, -1], [0, None, -1],
    ]
    cases = [{"tag": "edge", "args": [tree], "oracle": "brute"} for tree in edges]
    for _ in range(70):                                        # valid, half of them with one key moved by a little
        root = valid(r, r.randint(1, 9), -6, 6, r.choice([0.0, 0.5, 0.9]))
        tree = levels(root)
        if r.random() < 0.6:
            i = r.choice([i for i, key in enumerate(tree) if key is not None])
            tree[i] += r.choice([-3, -2, -1, 1, 2, 3])
        cases.append({"tag": "random-small", "args": [tree], "oracle": "brute"})
    for _ in range(40):                                        # two keys swapped
        tree = levels(valid(r, r.randint(2, 9), -9, 9, r.choice([0.0, 0.5])))
        i, j = r.sample([i for i, key in enumerate(tree) if key is not None], 2)
        tree[i], tree[j] = tree[j], tree[i]
        cases.append({"tag": "random-small", "args": [tree], "oracle": "brute"})
    for _ in range(30):
        tree = levels(grown(r, r.randint(1, 4), 0, 3, 0.3))
        cases.append({"tag": "random-small", "args": [tree], "oracle": "brute"})
    for bad in [False, True] * 10:
        tree = levels(valid(r, r.randint(30, 70), -10**6, 10**6, r.choice([0.0, 0.7])))
        if bad:                                                # a neighbour in order repeats a key
            keys = sorted(key for key in tree if key is not None)
            i = r.randrange(len(keys) - 1)
            tree[tree.index(keys[i])] = keys[i + 1]
        cases.append({"tag": "random-mid", "args": [tree], "oracle": "brute"})
    n = 20_000
    rising, falling = leaning(list(range(n)), [2] * n), leaning(list(range(n, 0, -1)), [1] * n)
    hidden = leaning([0] + list(range(n, 1, -1)), [2] + [1] * n)                 # the last key is the only wrong one
    end = hidden
    while end[1] or end[2]:
        end = end[1] or end[2]
    end[0] = 0
    adversarial = [levels(rising), levels(falling), levels(hidden), levels(leaning(list(range(n - 1)) + [n - 2], [2] * n))]
    cases += [{"tag": "adversarial", "args": [tree], "oracle": "ref"} for tree in adversarial]
    big = levels(valid(r, n, LOW, HIGH))
    damaged = list(big)
    keys = sorted(key for key in big if key is not None)
    a, b = big.index(keys[n // 2]), big.index(keys[n // 2 + 1])
    damaged[a], damaged[b] = damaged[b], damaged[a]
    large = [big, damaged, levels(valid(r, n, -10**6, 10**6, 0.9))]
    return cases + [{"tag": "large", "args": [tree], "oracle": "ref"} for tree in large]


def ramp(n, seed):
    r = random.Random(seed)
    sides = [r.choice([1, 2]) for _ in range(n)]
    return [levels(numbered(leaning([0] * n, sides), range(n)))]
