"""Lawns: generate(seed) -> list of {"tag", "args", "oracle"}; ramp(n, seed) -> args."""
import random


def numbered(rows, columns):
    """Every cell with a height of its own."""
    return [[10 * y * columns + 3 * x + 1 for x in range(columns)] for y in range(rows)]


def lawn(r, rows, columns, low, high):
    return [[r.randint(low, high) for _ in range(columns)] for _ in range(rows)]


def generate(seed):
    r = random.Random(seed)
    edges = [
        [[5]], [[-1_000_000_000]], [[0]], [[1_000_000_000, -1_000_000_000]], [[1_000_000_000], [-1_000_000_000]],
        [[7, 7, 7], [7, 7, 7], [7, 7, 7]], [[1, 2], [2, 1]], [[0, 0, 1], [0, 0, 0]],
    ]
    cases = [{"tag": "edge", "args": [m], "oracle": "brute"} for m in edges]
    for rows in range(1, 8):                                    # every shape of a small lawn
        for columns in range(1, 8):
            cases.append({"tag": "every-shape", "args": [numbered(rows, columns)], "oracle": "brute"})
    for _ in range(100):
        m = lawn(r, r.randint(1, 6), r.randint(1, 6), -2, 2)
        cases.append({"tag": "random-small", "args": [m], "oracle": "brute"})
    for _ in range(25):
        m = lawn(r, r.randint(7, 20), r.randint(7, 20), -10**9, 10**9)
        cases.append({"tag": "random-mid", "args": [m], "oracle": "brute"})
    for rows, columns in [(1, 500), (500, 1), (2, 500), (500, 2), (3, 500), (500, 3)]:
        cases.append({"tag": "adversarial", "args": [numbered(rows, columns)], "oracle": "brute"})
    for rows, columns in [(200, 200), (80, 500), (500, 79)]:
        cases.append({"tag": "large", "args": [lawn(r, rows, columns, -99, 99)], "oracle": "ref"})
    return cases


def ramp(n, seed):
    return [lawn(random.Random(seed), n, n, -99, 99)]
