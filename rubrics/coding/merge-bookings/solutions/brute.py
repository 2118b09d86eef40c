from itertools import combinations


def merge_bookings(iv):
    rest = {tuple(row) for row in iv}
    while True:                             # joins any two that share a minute until no two do
        meeting = next(((a, b) for a, b in combinations(rest, 2) if not (a[1] < b[0] or b[1] < a[0])), None)
        if meeting is None:
            return [list(row) for row in sorted(rest)]
        rest -= set(meeting)
        a, b = meeting
        rest.add((min(a[0], b[0]), max(a[1], b[1])))
