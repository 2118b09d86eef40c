"""Maps: generate(seed) -> list of {"tag", "args", "oracle"}; ramp(n, seed) -> args with about n cells."""
import random


def noise(r, rows, columns, land):
    return [[int(r.random() < land) for _ in range(columns)] for _ in range(rows)]


def snake(rows, columns):
    """One island: full rows joined at alternating ends, water in between."""
    g = []
    for y in range(rows):
        if y % 2 == 0:
            g.append([1] * columns)
        else:
            end = columns - 1 if y % 4 == 1 else 0
            g.append([int(x == end) for x in range(columns)])
    return g


def generate(seed):
    r = random.Random(seed)
    edges = [
        [[0]], [[1]], [[0, 0]], [[1, 1]], [[1, 0]], [[1, 0, 1]], [[0, 1, 0]], [[1], [1]], [[1], [0]], [[1], [0], [1]],
        [[1, 0], [0, 1]], [[0, 1], [1, 0]], [[1, 1], [1, 1]], [[1, 1], [1, 0]], [[0, 1], [1, 1]],
        [[1, 1, 1], [1, 0, 1], [1, 1, 1]],                                       # a lake
        [[1] * 5, [1, 0, 0, 0, 1], [1, 0, 1, 0, 1], [1, 0, 0, 0, 1], [1] * 5],   # an island in a lake
        [[1, 0, 1], [1, 0, 1], [1, 1, 1]], [[1, 1, 1], [1, 0, 1], [1, 0, 1]],    # joined at the bottom, at the top
        [[1, 1, 1], [0, 0, 1], [1, 1, 1]], [[1, 1, 1], [1, 0, 0], [1, 1, 1]],
        [[1, 0, 1, 0, 1]], [[1], [0], [1], [0], [1]], [[1, 0, 1], [0, 1, 0], [1, 0, 1]],
        [[1, 0, 0, 1]], [[1], [0], [0], [1]], [[1, 0, 1], [0, 0, 0], [1, 0, 1]],  # no way around the border
        [[0, 1, 1], [1, 1, 0]], [[1, 1, 0], [0, 1, 1]], [[1, 0, 0, 1], [1, 1, 1, 1], [1, 0, 0, 1]],
    ]
    cases = [{"tag": "edge", "args": [g], "oracle": "brute"} for g in edges]
    for _ in range(130):
        g = noise(r, r.randint(1, 5), r.randint(1, 5), r.choice([0.3, 0.5, 0.6, 0.8]))
        cases.append({"tag": "random-small", "args": [g], "oracle": "brute"})
    for _ in range(25):
        g = noise(r, r.randint(6, 14), r.randint(6, 14), r.choice([0.3, 0.55, 0.6, 0.65]))
        cases.append({"tag": "random-mid", "args": [g], "oracle": "brute"})
    adversarial = [
        [[1] * 141 for _ in range(141)], [[1] * 20_000], [[1] for _ in range(20_000)],        # deep for recursion
        snake(141, 141), [[(x + y) % 2 for x in range(141)] for y in range(141)],
        [[(x + 1) % 2 for x in range(20_000)]],
    ]
    cases += [{"tag": "adversarial", "args": [g], "oracle": "ref"} for g in adversarial]
    large = [noise(r, 141, 141, 0.59), noise(r, 100, 200, 0.4), noise(r, 2, 10_000, 0.7), [[0] * 141 for _ in range(141)]]
    return cases + [{"tag": "large", "args": [g], "oracle": "ref"} for g in large]


def ramp(n, seed):
    side = round(n ** 0.5)
    return [snake(side, side)]
