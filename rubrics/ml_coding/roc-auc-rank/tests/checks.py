"""Checks of roc-auc-rank: check_<id>(sol, np, rng) raises AssertionError with a message for the candidate."""
import math
import time
from fractions import Fraction


def _slow(y, s):
    """Every pair of a positive and a negative row, as an exact fraction."""
    wins, pairs = Fraction(0), 0
    for label, a in zip(y, s):
        for other, b in zip(y, s):
            if label == 1 and other == 0:
                pairs += 1
                wins += 1 if a > b else Fraction(1, 2) if a == b else 0
    return float(wins / pairs)


def _sweep(y, s):
    """One pass over the sorted rows in plain Python; exact, as it counts half pairs in whole numbers."""
    rows = sorted(zip(s.tolist(), y.tolist()))
    below = halves = i = 0
    while i < len(rows):
        p = q = 0
        j = i
        while j < len(rows) and rows[j][0] == rows[i][0]:
            p, q, j = p + (rows[j][1] == 1), q + (rows[j][1] == 0), j + 1
        halves += p * (2 * below + q)
        below, i = below + q, j
    return halves / (2 * below * (len(rows) - below))


def _auc(sol, np, y, s):
    got = sol.roc_auc(y, s)
    assert np.ndim(got) == 0 and not isinstance(got, (bool, str)), "roc_auc must return one number, got %r" % (got,)
    assert 0 <= got <= 1, "the area must lie in [0, 1], got %r" % got
    return float(got)


def _same(got, want, what, tol=1e-12):
    assert abs(got - want) <= tol, "%s: the area is %.15g, expected %.15g" % (what, got, want)


def _mixed(np, rng, n):
    y = rng.permutation(np.arange(n) < int(rng.integers(1, n))).astype(np.int64)
    return y


def check_shape(sol, np, rng):
    for n in (2, 9):
        _auc(sol, np, _mixed(np, rng, n), rng.normal(size=n))


def check_hand(sol, np, rng):
    y, s = np.array([1, 0, 1, 0, 0]), np.array([0.9, 0.4, 0.4, -3.0, 0.7])
    # pairs: 0.9 beats all three; 0.4 ties with 0.4, beats -3.0, loses to 0.7
    _same(_auc(sol, np, y, s), 4.5 / 6, "five rows with one tie")
    _same(_auc(sol, np, np.array([0, 1]), np.array([5.0, 8.0])), 1.0, "two rows in the right order")
    _same(_auc(sol, np, np.array([0, 1]), np.array([8.0, 5.0])), 0.0, "two rows in the wrong order")


def check_reference(sol, np, rng):
    for trial in range(60):
        n = int(rng.integers(2, 25))
        y = _mixed(np, rng, n)
        s = rng.integers(-3, 4, size=n).astype(float) if trial % 2 else rng.normal(size=n) + y
        _same(_auc(sol, np, y, s), _slow(y, s), "%d rows, %d positive" % (n, y.sum()))


def check_constant(sol, np, rng):
    for n in (2, 5, 40):
        for value in (0.0, -7.5, 1e9):
            _same(_auc(sol, np, _mixed(np, rng, n), np.full(n, value)), 0.5, "%d equal scores" % n)


def check_monotone(sol, np, rng):
    for _ in range(8):
        y, s = _mixed(np, rng, 40), rng.integers(-20, 21, size=40) / 4
        want = _auc(sol, np, y, s)
        for name, t in (("exp(s)", np.exp(s)), ("s * 1e-9", s * 1e-9), ("s * 1e9 - 3e9", s * 1e9 - 3e9), ("s ** 3", s ** 3)):
            _same(_auc(sol, np, y, t), want, "%s in place of s" % name)


def check_reversed(sol, np, rng):
    for _ in range(8):
        y, s = _mixed(np, rng, 30), rng.integers(0, 12, size=30).astype(float)
        want = _slow(y, s)
        _same(_auc(sol, np, y, -s), 1 - want, "negated scores")
        _same(_auc(sol, np, 1 - y, s), 1 - want, "swapped labels")


def check_order(sol, np, rng):
    y, s = np.arange(30) % 2, np.repeat(np.arange(6.0), 5)
    want = _slow(y, s)
    by_label = np.argsort(y, kind="stable")
    for order in (by_label, by_label[::-1], rng.permutation(30)):
        _same(_auc(sol, np, y[order], s[order]), want, "the same rows in another order")


def check_close(sol, np, rng):
    s = np.array([1.0, 1.0 + 2.0 ** -52, 1.0 + 2.0 ** -51, 1.0 + 2.0 ** -51])
    _same(_auc(sol, np, np.array([0, 1, 1, 0]), s), 2.5 / 4, "scores that differ in the last digit")
    s = np.array([1e-300, 2e-300, 3e-300, 1e300])
    _same(_auc(sol, np, np.array([0, 1, 0, 1]), s), 3 / 4, "scores from 1e-300 to 1e300")


def check_one_class(sol, np, rng):
    for y in (np.ones(5, dtype=np.int64), np.zeros(4, dtype=np.int64), np.array([1])):
        try:
            got = sol.roc_auc(y, rng.normal(size=len(y)))
        except ValueError:
            continue
        assert False, "labels %s hold one class: a ValueError is asked for, got %r" % (y.tolist(), got)


def check_types(sol, np, rng):
    y = rng.permutation(np.repeat([0, 1], [300, 500]))
    s = rng.integers(0, 200, size=800)
    want = _sweep(y, s)
    for kind in (np.int8, np.uint8, bool, np.int64):
        _same(_auc(sol, np, y.astype(kind), s.astype(np.float64)), want, "labels of type %s" % np.dtype(kind).name)
    for kind in (np.uint8, np.int32, np.float32):
        _same(_auc(sol, np, y, s.astype(kind)), want, "scores of type %s" % np.dtype(kind).name)


def check_large(sol, np, rng):
    n = 150000
    y, s = (rng.random(n) < 0.4).astype(np.int32), rng.integers(0, 60000, size=n).astype(np.float32)
    s = s + (3000 * y).astype(np.float32)
    _same(_auc(sol, np, y, s), _sweep(y, s), "%d rows, int32 labels, float32 scores" % n, 1e-11)


def check_fast(sol, np, rng):
    n = 30000
    y, s = (rng.random(n) < 0.5).astype(np.int64), rng.normal(size=n)
    start = time.process_time()
    _sweep(y, s)
    loop, best = (time.process_time() - start) * 1000, math.inf
    for _ in range(3):
        _auc(sol, np, y, s)
        best = min(best, sol.last_call_ms)
        if best < 2 * loop:
            return
    assert False, "%d rows took %.0f ms; sorting and one pass in plain Python take %.0f ms here" % (n, best, loop)
