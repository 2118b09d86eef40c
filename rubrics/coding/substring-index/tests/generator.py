"""Strands and motifs: generate(seed) -> list of {"tag", "args", "oracle"}; ramp(n, seed) -> args."""
import random


def word(r, length, alphabet):
    return "".join(r.choice(alphabet) for _ in range(length))


def generate(seed):
    r = random.Random(seed)
    edges = [
        ["a", "a"], ["a", "b"], ["a", "aa"], ["ab", "abc"], ["abc", "abc"], ["abc", "abd"],
        ["abc", "a"], ["abc", "c"], ["abc", "bc"], ["abc", "ab"], ["xxab", "ab"],
        ["aaaab", "aab"], ["aaaaa", "aaa"], ["aabaaabaaac", "aabaaac"], ["ababac", "abac"], ["ababcabab", "abab"],
        ["abababababc", "ababc"], ["mmmn", "mn"], ["mnmnmm", "mnmm"], ["aaab", "b"], ["baaa", "b"],
        ["gattaca", "tag"], ["abcabcabd", "abcabd"], ["ba", "ab"], ["abac", "abc"], ["zzzz", "zzzzz"],
        ["aabaabaaf", "aabaaf"], ["abaabaabac", "abaabac"],
        ["aabaa", "aaa"], ["aaabaa", "aaaa"], ["aababaa", "aabaa"], ["aaacaab", "aaaab"],      # fall back more than once
        ["aaabaaaab", "aaaab"], ["aabaacaab", "aabaab"], ["aacaaab", "aaab"], ["aabaabb", "aabb"], ["aabaaca", "aabaaa"],
        ["aaabcaab", "aab"], ["aabcaaab", "aaabc"], ["aabaac", "aabac"], ["aabaabaa", "aabaaab"], ["aabaabac", "aabac"],
    ]
    cases = [{"tag": "edge", "args": args, "oracle": "brute"} for args in edges]
    for _ in range(130):
        args = [word(r, r.randint(1, 12), "ab"), word(r, r.randint(1, 4), "ab")]
        cases.append({"tag": "random-small", "args": args, "oracle": "brute"})
    for _ in range(50):                                 # a periodic motif behind a false start
        unit = word(r, r.randint(1, 3), "ab")
        pat = unit * r.randint(2, 4) + r.choice("abc")
        text = word(r, r.randint(0, 3), "ab") + unit * r.randint(1, 6) + pat + word(r, r.randint(0, 3), "ab")
        cases.append({"tag": "adversarial", "args": [text, pat], "oracle": "brute"})
    for _ in range(30):
        text = word(r, r.randint(60, 150), "abc")
        i = r.randrange(len(text) - 8)
        pat = text[i:i + r.randint(4, 8)] if r.random() < 0.7 else word(r, 6, "abc")
        cases.append({"tag": "random-mid", "args": [text, pat], "oracle": "brute"})
    large = [
        ["a" * 5000, "a" * 2499 + "b"],
        ["a" * 4999 + "b", "a" * 2499 + "b"],
        ["a" * 2500 + "b" + "a" * 2499, "a" * 2500],
        ["ab" * 2500, "ab" * 1200 + "b"],
        [word(r, 5000, "ab"), word(r, 40, "ab")],
        [word(r, 4990, "abcdef") + "zzzzzzzzzz", "z" * 10],
        ["a" * 4999, "a" * 5000],
    ]
    return cases + [{"tag": "large", "args": args, "oracle": "ref"} for args in large]


def ramp(n, seed):
    return ["a" * n, "a" * (n // 2 - 1) + "b"]           # never found, and nearly matched at every start
