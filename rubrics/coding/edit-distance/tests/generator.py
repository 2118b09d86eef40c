"""Pairs of labels: generate(seed) -> list of {"tag", "args", "oracle"}; ramp(n, seed) -> args."""
import random


def word(r, letters, length):
    return "".join(r.choice(letters) for _ in range(length))


def edited(r, text, edits, letters):
    """The text after random edits: its distance is at most their number."""
    for _ in range(edits):
        at = r.randrange(len(text) + 1)
        kind = r.randrange(3)
        text = text[:at] + (r.choice(letters) if kind else "") + text[at + (kind != 1):]
    return text


def generate(seed):
    r = random.Random(seed)
    edges = [
        ["", ""], ["", "a"], ["a", ""], ["", "kiosk"], ["kiosk", ""], ["a", "a"], ["a", "b"],
        ["ab", "ba"], ["abc", "acb"], ["abcd", "badc"],         # exchanged neighbours
        ["abcde", "bcdea"], ["abcde", "eabcd"],                 # one step aside
        ["same", "same"], ["aaaa", "aa"], ["aa", "aaaa"], ["aaa", "bbb"], ["aaa", "bbbbb"],
        ["abc", "xyz"], ["x", "abxcd"], ["abxcd", "x"], ["ab", "abab"], ["abab", "ba"],
        ["lamp", "lamps"], ["lamp", "amp"], ["lamp", "lump"], ["stone", "notes"], ["zebra", "z"], ["zebra", "a"],
        ["abba", "baab"], ["mirror", "rim"],
    ]
    cases = [{"tag": "edge", "args": args, "oracle": "brute"} for args in edges]
    for _ in range(130):
        a, b = word(r, "ab", r.randint(0, 6)), word(r, "ab", r.randint(0, 6))
        cases.append({"tag": "random-small", "args": [a, b], "oracle": "brute"})
    for _ in range(70):
        a, b = word(r, "abc", r.randint(1, 7)), word(r, "abc", r.randint(1, 7))
        cases.append({"tag": "random-small", "args": [a, b], "oracle": "brute"})
    for _ in range(20):
        a = word(r, "abcd", r.randint(4, 7))
        cases.append({"tag": "random-small", "args": [a, edited(r, a, 2, "abcd")[:8]], "oracle": "brute"})
    for _ in range(20):
        a = word(r, "abcdef", r.randint(20, 50))
        b = edited(r, a, r.randint(1, 12), "abcdef") if r.random() < 0.5 else word(r, "abcdef", r.randint(20, 50))
        cases.append({"tag": "random-mid", "args": [a, b], "oracle": "ref"})
    letters = "abcdefghijklmnopqrstuvwxyz"
    long = word(r, letters, 780)
    large = [
        ["a" * 800, "b" * 800], ["a" * 800, "a" * 400], ["ab" * 400, "ba" * 400], ["", long],
        [long, edited(r, long, 20, letters)], [word(r, "abc", 800), word(r, "abc", 800)], [long, long],
    ]
    cases += [{"tag": "adversarial", "args": args, "oracle": "ref"} for args in large[:3]]
    return cases + [{"tag": "large", "args": args, "oracle": "ref"} for args in large[3:]]


def ramp(n, seed):
    r = random.Random(seed)
    return [word(r, "abcd", n), word(r, "abcd", n)]
