"""Scripts of calls: generate(seed) -> list of {"tag", "ops", "args", "oracle"}; ramp(n, seed) -> {"ops", "args"}."""
import random

NAMES = {"a": "add", "h": "has", "p": "has_prefix"}


def script(calls):
    """calls: pairs of the first letter of the method and its argument."""
    return {"ops": ["PrefixTree"] + [NAMES[name] for name, _ in calls], "args": [[]] + [[text] for _, text in calls]}


def text(r, lo, hi, letters):
    return "".join(r.choice(letters) for _ in range(r.randint(lo, hi)))


def random_script(r, length, longest, letters):
    calls, added = [], []
    for _ in range(length):
        name = r.choice("aahhpp")
        word = text(r, 0 if name == "p" else 1, longest, letters)
        if added and name != "a" and r.random() < 0.5:         # ask around what is there
            near = r.choice(added)
            word = r.choice([near, near[: r.randint(1, len(near))], (near + r.choice(letters))[:50]])
        if name == "a":
            added.append(word)
        calls.append((name, word))
    return script(calls)


def generate(seed):
    r = random.Random(seed)
    long = "ab" * 25
    edges = [
        [("p", "")], [("h", "a")], [("p", "a")], [("a", "a"), ("h", "a"), ("p", "a"), ("p", "")],
        [("p", ""), ("a", "b"), ("p", ""), ("p", "a"), ("p", "b"), ("p", "bb")],
        [("a", "abc"), ("h", "ab"), ("p", "ab"), ("a", "ab"), ("h", "ab"), ("h", "abc")],
        [("a", "ab"), ("a", "abc"), ("h", "ab"), ("h", "abc"), ("h", "a"), ("p", "a")],
        [("a", "abc"), ("a", "abc"), ("h", "abc"), ("p", "abc"), ("a", "abc"), ("h", "abc")],
        [("a", "abc"), ("h", "abcd"), ("p", "abcd"), ("h", "abd"), ("p", "abd"), ("p", "b")],
        [("a", "abc"), ("a", "abd"), ("h", "abc"), ("h", "abd"), ("p", "abe")],
        [("a", "aaa"), ("h", "a"), ("h", "aa"), ("h", "aaa"), ("p", "aa"), ("p", "aaaa")],
        [("a", "bca"), ("h", "abc"), ("p", "ca"), ("h", "cab"), ("p", "a")],          # same letters, other order
        [("a", long), ("h", long), ("h", long[:49]), ("p", long[:49]), ("p", long)],
        [("a", "a"), ("a", "z"), ("h", "z"), ("p", "z"), ("h", "m")],
    ]
    cases = [{"tag": "edge", **script(calls), "oracle": "brute"} for calls in edges]
    for _ in range(110):                                       # two letters, short words: most beginnings are shared
        calls = random_script(r, r.randint(4, 22), 4, "ab")
        cases.append({"tag": "random-small", **calls, "oracle": "brute"})
    for _ in range(20):
        cases.append({"tag": "random-mid", **random_script(r, 150, r.choice([5, 12, 50]), "abcdefgh"), "oracle": "brute"})
    deep = "a" * 42
    twins = [deep + text(r, 8, 8, "ab") for _ in range(250)]   # all differ in their last letters only
    cases.append({"tag": "adversarial", **script([("a", w) for w in twins] + [("h", w[:49]) for w in twins]
                                                 + [("p", w[:49]) for w in twins]), "oracle": "ref"})
    cases.append({"tag": "adversarial", **ramp(20_000, seed + 1), "oracle": "ref"})
    cases.append({"tag": "large", **random_script(r, 19_999, 8, "abcdefghijklmnopqrstuvwxyz"), "oracle": "ref"})
    cases.append({"tag": "large", **random_script(r, 6_000, 50, "xyz"), "oracle": "ref"})
    return cases


def ramp(n, seed):
    """Half of the n calls add words, the others ask for prefixes that no word has."""
    r = random.Random(seed)
    words = [text(r, 8, 8, "abcdefghijklm") for _ in range(n // 2)]
    return script([("a", w) for w in words] + [("p", w[:7] + "z") for w in words])
