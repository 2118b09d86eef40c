"""Cards of people: generate(seed) -> list of {"tag", "args", "oracle"}; ramp(n, seed) -> args."""
import random

NAMES = ["Ida", "Bo", "Li", "Ana"]


def cards(r, people, count, pool, most):
    """Cards of several people, some of the same name; each person has addresses of their own."""
    rows = []
    for _ in range(count):
        person = r.randrange(people)
        rows.append([NAMES[person % len(NAMES)]]
                    + [f"{r.choice('abcdefgh'[:pool])}{person}@m.org" for _ in range(r.randint(1, most))])
    return rows


def chain(n):
    return [["Li", f"a{i}@m.org", f"a{i + 1}@m.org"] for i in range(n)]


def generate(seed):
    r = random.Random(seed)
    edges = [
        [["Ida", "i@x.org"]], [["Ida", "b@x.org", "a@x.org"]], [["Ida", "a@x.org", "a@x.org"]],
        [["Ida", "a@x.org"], ["Ida", "a@x.org"]],
        [["Ida", "a@x.org"], ["Ida", "b@x.org"]],               # the same name, two people
        [["Ida", "a@x.org"], ["Bo", "b@x.org"], ["Ida", "c@x.org"]],
        [["Bo", "a@x.org", "b@x.org"], ["Li", "c@x.org"], ["Bo", "b@x.org", "d@x.org"]],        # not next to each other
        [["Li", "a@x.org"], ["Li", "b@x.org"], ["Li", "a@x.org", "b@x.org"]],                   # the last one links
        [["Li", "a@x.org"], ["Li", "b@x.org"], ["Li", "c@x.org"], ["Li", "d@x.org"],
         ["Li", "a@x.org", "c@x.org"], ["Li", "d@x.org", "b@x.org"], ["Li", "d@x.org", "c@x.org"]],
        [["Li", "c@x.org", "d@x.org"], ["Li", "a@x.org", "b@x.org"], ["Li", "b@x.org", "c@x.org"]],
        [["Ana", "z@x.org", "a@x.org"], ["Ana", "m@x.org"], ["Ana", "m@x.org", "z@x.org", "m@x.org"]],
        [["Ida", "a@x.org"], ["Bo", "a@x.net"]],
        [["Ida", "a1@x.org", "a10@x.org", "a2@x.org"]],
        [["Bo", "bo@x.org"]] * 4,
        [["Li", "e@x.org", "f@x.org"], ["Li", "a@x.org", "b@x.org"], ["Li", "c@x.org", "d@x.org"],
         ["Li", "b@x.org", "c@x.org"], ["Li", "d@x.org", "e@x.org"]],
    ]
    cases = [{"tag": "edge", "args": [rows], "oracle": "brute"} for rows in edges]
    for _ in range(110):
        cases.append({"tag": "random-small", "args": [cards(r, r.randint(1, 3), r.randint(2, 7), 6, 2)],
                      "oracle": "brute"})
    for _ in range(70):
        cases.append({"tag": "random-small", "args": [cards(r, r.randint(2, 6), r.randint(3, 9), 8, 3)],
                      "oracle": "brute"})
    for _ in range(20):
        cases.append({"tag": "random-mid", "args": [cards(r, 12, r.randint(25, 45), 8, 2)], "oracle": "brute"})
    for _ in range(8):
        rows = chain(r.randint(6, 20))
        r.shuffle(rows)
        cases.append({"tag": "adversarial", "args": [rows], "oracle": "brute"})
    n = 10_000
    mixed = chain(n)
    r.shuffle(mixed)
    hub = [["Bo", "hub@m.org", f"b{i}@m.org"] for i in range(n)]
    large = [chain(n), chain(n)[::-1], mixed, hub, [["Ida", f"p{i}@m.org", f"q{i}@m.org"] for i in range(n)],
             cards(r, 2_500, n, 8, 2)]
    return cases + [{"tag": "large", "args": [rows], "oracle": "ref"} for rows in large]


def ramp(n, seed):
    r = random.Random(seed)
    rows = [["Li", f"a{i}@m.org", f"a{i + i % 3}@m.org"] for i in range(n)]
    r.shuffle(rows)
    return [rows]
