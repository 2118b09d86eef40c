"""Job graphs: generate(seed) -> list of {"tag", "args", "oracle"}; ramp(n, seed) -> args."""
import random


def orderable(r, n, rows):
    """Random rows that follow a hidden order, so at least that order works."""
    hidden = list(range(n))
    r.shuffle(hidden)
    pre = []
    for _ in range(rows if n > 1 else 0):
        early, late = sorted(r.sample(range(n), 2))
        pre.append([hidden[late], hidden[early]])
    return [n, pre]


def generate(seed):
    r = random.Random(seed)
    edges = [
        [1, []], [1, [[0, 0]]],
        [2, []], [2, [[0, 1]]], [2, [[1, 0]]], [2, [[0, 1], [1, 0]]],
        [5, []],                                                # no rows at all
        [3, [[1, 0], [1, 0]]],                                  # the same row twice
        [4, [[1, 0], [1, 0], [2, 1], [2, 1], [2, 1]]],
        [4, [[1, 0], [3, 2]]],                                  # two separate pairs
        [5, [[4, 2]]],                                          # most jobs occur in no row
        [4, [[1, 0], [2, 1], [3, 2]]], [4, [[0, 1], [1, 2], [2, 3]]],
        [4, [[1, 0], [2, 0], [3, 1], [3, 2]]],                  # a diamond
        [3, [[1, 0], [2, 1], [0, 2]]],                          # a circle of all jobs
        [5, [[1, 0], [3, 2], [4, 3], [2, 4]]],                  # a circle beside jobs that can run
        [4, [[1, 0], [2, 1], [1, 2], [3, 2]]],                  # a circle in the middle
        [3, [[1, 0], [2, 2]]],                                  # a job that names itself
        [6, [[0, 5], [1, 5], [2, 5], [3, 5], [4, 5]]],
    ]
    cases = [{"tag": "edge", "args": args, "oracle": "brute"} for args in edges]
    for _ in range(60):
        n = r.randint(1, 6)
        cases.append({"tag": "orderable-small", "args": orderable(r, n, r.randint(0, 8)), "oracle": "brute"})
    for _ in range(60):                                         # anything goes: about half have a circle
        n = r.randint(2, 6)
        pre = [[r.randrange(n), r.randrange(n)] for _ in range(r.randint(0, n))]
        cases.append({"tag": "random-small", "args": [n, pre], "oracle": "brute"})
    for _ in range(20):
        n = r.randint(20, 40)
        n, pre = orderable(r, n, 2 * n)
        if r.random() < 0.5:
            pre.append(pre[0][::-1])                            # turns one row round: a circle of two
        cases.append({"tag": "random-mid", "args": [n, pre], "oracle": "ref"})
    n = 20_000
    chain = [[i + 1, i] for i in range(n - 1)]
    large = [
        [n, chain],
        [n, [[i, i + 1] for i in range(n - 1)]],                # the last job comes first
        [n, chain + [[0, n - 1]]],                              # one circle through all jobs
        [n, [[i, 0] for i in range(1, n)] * 2],
        orderable(r, n, 40_000),
        [n, []],
    ]
    return cases + [{"tag": "large", "args": args, "oracle": "ref"} for args in large]


def ramp(n, seed):
    return orderable(random.Random(seed), n, 2 * n)
