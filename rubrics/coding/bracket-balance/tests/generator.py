"""Strings of brackets: generate(seed) -> list of {"tag", "args", "oracle"}; ramp(n, seed) -> args."""
import random

PARTNER = {"(": ")", "[": "]", "{": "}"}


def balanced(r, pairs):
    """A random balanced string: opens while it may, else closes the latest."""
    out, open_ones = [], []
    left = pairs
    while left or open_ones:
        if left and (not open_ones or r.random() < 0.5):
            open_ones.append(r.choice("([{"))
            out.append(open_ones[-1])
            left -= 1
        else:
            out.append(PARTNER[open_ones.pop()])
    return "".join(out)


def nested(r, depth):
    openers = [r.choice("([{") for _ in range(depth)]
    return "".join(openers) + "".join(PARTNER[c] for c in reversed(openers))


def damaged(r, text):
    """One character changed, dropped, doubled, or two swapped."""
    i, kind = r.randrange(len(text)), r.randrange(4)
    if kind == 0:
        return text[:i] + r.choice("()[]{}") + text[i + 1:]
    if kind == 1:
        return text[:i] + text[i + 1:]
    if kind == 2:
        return text[:i] + text[i] + text[i:]
    j = r.randrange(len(text))
    chars = list(text)
    chars[i], chars[j] = chars[j], chars[i]
    return "".join(chars)


def generate(seed):
    r = random.Random(seed)
    edges = ["", "(", ")", "[", "]", "{", "}", "()", "[]", "{}", ")(", "][", "}{", "(]", "[}", "{)",
             "((", "))", "(((", "]]]", "()(", "())", "(()", "([)]", "[(])", "{[(])}", "([]{})", "()[]{}", "(){", "}()",
             "(([]))", "((()", "[[]", "{[()]}", "())(", "(())((", "]()["]
    cases = [{"tag": "edge", "args": [s], "oracle": "brute"} for s in edges]
    for _ in range(100):
        s = "".join(r.choice("()[]") for _ in range(r.randint(1, 8)))
        cases.append({"tag": "random-small", "args": [s], "oracle": "brute"})
    for _ in range(60):
        cases.append({"tag": "balanced", "args": [balanced(r, r.randint(1, 8))], "oracle": "brute"})
    for _ in range(80):                                 # nearly right: one slip in a balanced string
        cases.append({"tag": "adversarial", "args": [damaged(r, balanced(r, r.randint(1, 7)))], "oracle": "brute"})
    for _ in range(30):
        s = balanced(r, r.randint(30, 80))
        cases.append({"tag": "random-mid", "args": [damaged(r, s) if r.random() < 0.5 else s], "oracle": "brute"})
    deep = nested(r, 25_000)
    long = balanced(r, 25_000)
    large = [deep, deep[:-1], deep[:-1] + ("]" if deep[-1] != "]" else ")"), long, "()" * 25_000, "(" * 50_000, ")" * 50_000,
             "(" + long[:-2] + "]", long[1:] + long[0], "([" * 12_500 + ")]" * 12_500]
    return cases + [{"tag": "large", "args": [s], "oracle": "ref"} for s in large]


def ramp(n, seed):
    return [nested(random.Random(seed), n // 2)]        # every bracket is pushed and popped
