"""Bookings: generate(seed) -> list of {"tag", "args", "oracle"}; ramp(n, seed) -> args."""
import random


def bookings(r, count, last, longest):
    rows = []
    for _ in range(count):
        start = r.randint(0, last)
        rows.append([start, min(last, start + r.randint(0, longest))])
    return rows


def generate(seed):
    r = random.Random(seed)
    edges = [
        [], [[0, 0]], [[7, 9]], [[0, 1_000_000_000]],
        [[5, 5], [5, 5]], [[1, 4], [1, 4], [1, 4]],             # repeated
        [[1, 4], [4, 6]], [[4, 6], [1, 4]],                     # one minute in common
        [[1, 3], [4, 6]], [[4, 6], [1, 3]],                     # none
        [[1, 9], [2, 3]], [[2, 3], [1, 9]], [[1, 9], [1, 3]], [[1, 9], [4, 9]],   # one inside another
        [[1, 9], [2, 3], [5, 6]], [[1, 9], [2, 3], [9, 12], [13, 14]],
        [[5, 6], [1, 2], [2, 5]],                               # the last one joins the others
        [[1, 2], [3, 4], [5, 6], [0, 7]], [[1, 2], [4, 5], [7, 8], [2, 7]],
        [[3, 3], [1, 5], [5, 5], [6, 6]], [[0, 0], [1, 1], [2, 2]],
        [[8, 9], [6, 7], [4, 5], [2, 3]], [[8, 9], [6, 8], [4, 6], [2, 4]],
        [[999_999_999, 1_000_000_000], [0, 999_999_999]],
    ]
    cases = [{"tag": "edge", "args": [rows], "oracle": "brute"} for rows in edges]
    for _ in range(120):                                        # crowded: touching, nested and repeated rows
        cases.append({"tag": "random-small", "args": [bookings(r, r.randint(1, 7), 14, 4)], "oracle": "brute"})
    for _ in range(60):
        cases.append({"tag": "random-small", "args": [bookings(r, r.randint(2, 9), 40, 8)], "oracle": "brute"})
    for _ in range(25):
        cases.append({"tag": "random-mid", "args": [bookings(r, r.randint(20, 40), 10**9, 10**8 // 3)],
                      "oracle": "brute"})
    n = 20_000
    shuffled = [[4 * i, 4 * i + 2] for i in range(n)]
    r.shuffle(shuffled)
    chain = [[2 * i, 2 * i + 2] for i in range(n)]
    r.shuffle(chain)
    cases.append({"tag": "adversarial", "args": [[[i, 2 * n - i] for i in range(n)]], "oracle": "ref"})   # all nested
    cases.append({"tag": "adversarial", "args": [chain], "oracle": "ref"})                      # one long period
    cases.append({"tag": "adversarial", "args": [[[4 * i, 4 * i + 3] for i in range(n, 0, -1)]], "oracle": "ref"})
    cases.append({"tag": "large", "args": [shuffled], "oracle": "ref"})                         # nothing to join
    cases.append({"tag": "large", "args": [bookings(r, n, 10**9, 50_000)], "oracle": "ref"})
    return cases


def ramp(n, seed):
    r = random.Random(seed)
    rows = [[4 * i, 4 * i + r.randint(0, 3)] for i in range(n)]
    r.shuffle(rows)
    return [rows]
