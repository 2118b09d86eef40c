"""A rewritten solution answers as the plain one does, and is charged for what C code does for it."""
import os
import sys
import unittest

DRIVERS = os.path.join(os.path.dirname(os.path.abspath(__file__)), "../../../evaluators/judge/drivers")
sys.dont_write_bytecode = True
sys.path.insert(0, DRIVERS)
from onsite_rewrite import names_for, rewritten  # noqa: E402
from onsite_source import ready_names  # noqa: E402
from onsite_steps import steps  # noqa: E402


def run(source, *arguments):
    """What work() returns when rewritten, and the steps it took."""
    names = ready_names()
    names.update(names_for(steps))
    exec(rewritten(source), names)
    steps.restart()
    names.update(names_for(steps))
    return names["work"](*arguments), steps.taken()


def run_plain(source, *arguments):
    names = ready_names()
    exec(source, names)
    return names["work"](*arguments)


# One body of work(x) a line, for x = [3, 1, 2, 5, 4].
BODIES = r"""
x[1:3] = [9, 9, 9]; return x
x[::2] = (7, 8, 9); return x
del x[1]; return x
del x[1:3], x[0]; return x
a, *b = x; return [a, b]
x += [1]; x += (2, 3); x += (v for v in x[:2]); return x
t = (1,); t += (2, 3); return t
s = "a"; s += "b"; s = s + "c"; s = "d" + s; return s * 2
s = {1, 2}; s |= {3}; s &= {1, 3}; s ^= {4}; s -= {1}; return sorted(s)
return sorted({1, 2, 3} & {2, 3} | {9} - {8} ^ {7})
return sorted(x, key=lambda v: (-v % 3, v), reverse=True)
x.sort(key=str, reverse=True); return x
return sorted(["bb", "a", "cc"], key=len, reverse=True)
return sorted(x, key=functools.cmp_to_key(lambda a, b: b - a))
return [min(x), max(x, key=lambda v: -v), min(3, 2), max(*x), min([], default=7)]
return [sum(x), sum(x, 10), sum([[1], [2]], []), sum(v for v in x)]
return [any(v > 4 for v in x), all(x), any([]), all(map(bool, x))]
return [3 in x, 9 not in x, "b" in "abc", 2 in (1, 2), 1 in {1: 2}, 5 in iter(x), 2 in {1: 2}.values()]
return [x == [3], x != x[:], "ab" < "b", x < [4], not x == x]
return list(zip(*[x, x, x, x, x, x])) + list(map(sum, [[1], [2, 3]])) + list(filter(None, [0, 1]))
return [x.index(5), x.count(1), x.pop(0), x.pop(), x.pop(-1), x.insert(1, 6), x.remove(6), x.reverse(), x]
q = deque(x); q.rotate(2); q.appendleft(1); q.extendleft([7, 8]); return list(q) + [q.popleft()]
h = x[:]; heapify(h); heappush(h, 0); return [heappop(h), heapq.nlargest(2, h), heapq.nsmallest(2, h), h[0]]
y = sorted(x); bisect.insort(y, 3); return [y, bisect_left(y, 3), bisect_right(y, 3)]
c = Counter(x + x); c.update([3]); c.subtract([1]); return c.most_common(2) + c.most_common()
d = {**{1: 2}, 3: 4}; d.update({5: 6}); e = d.copy(); e.pop(1); return [d, e, dict.fromkeys(x, 0)]
d = defaultdict(list); d[1].append(2); d[1] += [3]; return dict(d)
return ["-".join(map(str, x)), "a,b".split(","), "abc".find("c"), "x%dy" % 3, f"{x[0]:>3}|{x!r}", "ab".upper()]
return [2 ** 100, 3 * 2 ** 70, (1 << 90) + 1, pow(3, 5, 7), math.gcd(12, 18), divmod(7, 2), 7 & 3 | 8 ^ 1]
return functools.reduce(lambda a, b: a * 10 + b, x) + functools.reduce(operator.add, x)
return list(itertools.accumulate(x)) + list(itertools.accumulate(x, max)) + list(itertools.chain(x, x))
return [[a, b] for a in x if a > 2 for b in x if b < a] + [{v: -v for v in x}, sorted({v % 2 for v in x})]
return [(lambda a, b=2: a + b)(1), (lambda: 0)(), (lambda *a: list(a))(*x)]
return [*x, *x[:1]] + list((*x, 1)) + [len({*x, 9})]
i = 0\n    while i < 3:\n        i += 1\n        if i == 2:\n            continue\n    else:\n        i = 10\n    return i
for i, v in enumerate(x):\n        if v == 5:\n            break\n    else:\n        return -1\n    return i
try:\n        x.remove(99)\n    except ValueError as e:\n        return str(e)
@functools.lru_cache(None)\n    def go(n):\n        return 1 if n < 2 else go(n - 1) + go(n - 2)\n    return go(50)
def go(i):\n        nonlocal total\n        total += x[i]\n        return go(i - 1) if i else total\n    total = 0\n    return go(4)
def pairs():\n        for a in x:\n            yield a\n            yield from [a, -a]\n    return list(pairs())
class P:\n        __slots__ = ("v",)\n        def __init__(self, v):\n            super().__init__()\n            self.v = v\n        def __lt__(self, o):\n            return self.v > o.v\n    return [p.v for p in sorted(map(P, x))] + [min(map(P, x)).v]
match x:\n        case [a, *_]:\n            return a
""".strip().split("\n")


class Rewritten(unittest.TestCase):
    def test_answers_as_the_plain_source(self):
        for body in BODIES:
            source = "def work(x):\n    " + body.replace("\\n", "\n") + "\n"
            with self.subTest(body):
                self.assertEqual(run(source, [3, 1, 2, 5, 4])[0], run_plain(source, [3, 1, 2, 5, 4]))
                self.assertEqual(steps.depth, 0)

    def steps_of(self, body, n):
        return run("def work(x):\n    " + body + "\n", [(i * 7919) % n for i in range(n)])[1]

    def test_charges_for_each_element(self):
        n = 499
        for body in ("return x[:]", "return x + []", "return -1 in x", "return sum(x)", "return [v for v in x]",
                     "x.pop(0)", "x.insert(0, 1)", "return max(map(abs, x))", "return set(x)", "return x == x",
                     "return x[::-1]", "del x[0]", "return all(v >= 0 for v in x)", "x.reverse()", "return x * 1"):
            with self.subTest(body):
                taken = self.steps_of(body, n)
                self.assertGreaterEqual(taken, n - 1)
                self.assertLess(taken, 2.5 * n)

    def test_charges_nothing_that_grows_for_single_elements(self):
        for body in ("return x[0] + x[-1]", "x.append(1); return x.pop()", "return len(x)", "return 3 in {3: x}",
                     "s = 1; s += x[0]; return s & 7"):
            with self.subTest(body):
                self.assertEqual(self.steps_of(body, 101), self.steps_of(body, 499))

    def test_charges_sorting_by_the_runs_it_finds(self):
        n = 499
        self.assertGreater(self.steps_of("return sorted(x)", n), 6 * n)
        ordered = run("def work(x):\n    return sorted(x)\n", list(range(n)))[1]
        self.assertLess(ordered, 3 * n)

    def test_measures_the_depth_of_recursion(self):
        source = "def work(x):\n    return 0 if not x else 1 + work(x[1:])\n"
        self.assertEqual(run(source, list(range(60)))[0], 60)
        self.assertEqual(steps.deepest, 61)

    def test_ends_a_request_that_takes_too_long(self):
        with self.assertRaises(StopIteration):
            run("def work(x):\n    while True:\n        pass\n", 0)
        self.assertTrue(steps.is_over())


if __name__ == "__main__":
    unittest.main()
