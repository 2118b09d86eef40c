"""Checks of gini-best-split: check_<id>(sol, np, rng) raises AssertionError with a message for the candidate."""
import math
import time
from collections import Counter


def _impurity(labels, criterion):
    n = len(labels)
    shares = [c / n for c in Counter(labels).values()]
    if criterion == "gini":
        return 1 - math.fsum(p * p for p in shares)
    return -math.fsum(p * math.log2(p) for p in shares)


def _slow(X, y, criterion):
    """Every threshold of every column, counted from scratch."""
    n, d = X.shape
    labels, found = [int(v) for v in y], []
    for j in range(d):
        column = [float(v) for v in X[:, j]]
        values = sorted(set(column))
        for a, b in zip(values, values[1:]):
            left = [t for v, t in zip(column, labels) if v <= a]
            right = [t for v, t in zip(column, labels) if v > a]
            gain = _impurity(labels, criterion) - (
                len(left) * _impurity(left, criterion) + len(right) * _impurity(right, criterion)) / n
            found.append((j, (a + b) / 2, gain))
    best = max((g for _, _, g in found), default=0.0)
    if best <= 1e-9:
        return -1, 0.0, 0.0
    return next(s for s in found if s[2] >= best - 1e-9)


def _sweep(np, X, y):
    """Gini by running counts in plain Python: the pace that whole-array code must beat."""
    n, best = len(y), 0.0
    for j in range(X.shape[1]):
        order = np.argsort(X[:, j])
        left, right = Counter(), Counter(y.tolist())
        for i in range(n - 1):
            left[int(y[order[i]])] += 1
            right[int(y[order[i]])] -= 1
            if X[order[i], j] < X[order[i + 1], j]:
                a, b = i + 1, n - i - 1
                best = max(best, sum(c * c for c in left.values()) / a + sum(c * c for c in right.values()) / b)
    return best


def _call(sol, np, X, y, criterion="gini"):
    got = sol.best_split(X, y, criterion)
    assert isinstance(got, (tuple, list)) and len(got) == 3, "best_split must return (feature, threshold, gain), got %r" % (got,)
    assert all(np.ndim(v) == 0 for v in got), "feature, threshold and gain must be single numbers"
    assert got[0] == int(got[0]) and -1 <= got[0] < X.shape[1], "feature %r is no column of %d" % (got[0], X.shape[1])
    return int(got[0]), float(got[1]), float(got[2])


def _same(got, want, what):
    assert got[0] == want[0], "%s: feature is %d, expected %d" % (what, got[0], want[0])
    assert abs(got[1] - want[1]) <= 1e-9 * max(1.0, abs(want[1])), "%s: threshold is %r, expected %r" % (what, got[1], want[1])
    assert abs(got[2] - want[2]) <= 1e-9, "%s: gain is %r, expected %r" % (what, got[2], want[2])


def check_shape(sol, np, rng):
    for n, d in ((8, 1), (9, 3)):
        for criterion in ("gini", "entropy"):
            X, y = rng.normal(size=(n, d)), np.arange(n) % 2
            got = _call(sol, np, X, y, criterion)
            assert got[0] >= 0 and 0 < got[2] <= 1, "a mixed node of distinct values has a split with gain in (0, 1], got %r" % (got,)


def check_hand(sol, np, rng):
    X = np.array([[1.0, 5.0], [2.0, 1.0], [3.0, 4.0], [6.0, 2.0], [7.0, 6.0], [8.0, 3.0]])
    y = np.array([0, 0, 0, 1, 1, 0])
    # best: column 0 at 4.5: 3 rows pure, 3 rows with shares 1/3 and 2/3
    _same(_call(sol, np, X, y, "gini"), (0, 4.5, 4 / 9 - 0.5 * 4 / 9), "six rows, gini")
    mixed = -(math.log2(1 / 3) / 3 + 2 * math.log2(2 / 3) / 3)
    _same(_call(sol, np, X, y, "entropy"), (0, 4.5, mixed / 2), "six rows, entropy")


def check_reference(sol, np, rng):
    for trial in range(60):
        n, d, K = int(rng.integers(2, 16)), int(rng.integers(1, 4)), int(rng.integers(2, 5))
        X = rng.integers(0, 6, size=(n, d)).astype(float) if trial % 2 else rng.normal(scale=10.0, size=(n, d))
        y = rng.integers(K, size=n)
        for criterion in ("gini", "entropy"):
            _same(_call(sol, np, X, y, criterion), _slow(X, y, criterion), "%d rows, %d columns, %s" % (n, d, criterion))


def check_pure(sol, np, rng):
    for criterion in ("gini", "entropy"):
        for X, y in ((rng.normal(size=(7, 2)), np.full(7, 3)), (rng.normal(size=(1, 2)), np.array([0])), (np.array([[0.0], [1.0]]), np.array([-2, -2]))):
            _same(_call(sol, np, X, y, criterion), (-1, 0.0, 0.0), "%d rows of one class, %s" % (len(y), criterion))


def check_constant(sol, np, rng):
    y = np.array([0, 1, 0, 1, 1, 0])
    _same(_call(sol, np, np.full((6, 3), 2.5), y), (-1, 0.0, 0.0), "three constant columns")
    X = np.full((6, 3), -4.0)
    X[:, 1] = [1, 2, 1, 2, 2, 1]
    _same(_call(sol, np, X, y, "entropy"), (1, 1.5, 1.0), "a perfect column between two constant ones")
    for flip in (0, 1):  # sorted by label inside the block of equal values, either way
        X = np.array([[0.0], [0.0], [0.0], [0.0], [9.0], [9.0]])
        labels = np.array([0, 0, 1, 1, 1, 0]) if flip == 0 else np.array([1, 1, 0, 0, 1, 1])
        _same(_call(sol, np, X, labels), _slow(X, labels, "gini"), "four rows of value 0 and two of value 9")


def check_no_gain(sol, np, rng):
    X = np.array([[0.0, 0.0], [0.0, 1.0], [1.0, 0.0], [1.0, 1.0]])
    for criterion in ("gini", "entropy"):
        _same(_call(sol, np, X, np.array([0, 1, 1, 0]), criterion), (-1, 0.0, 0.0), "the four corners of XOR, %s" % criterion)
        X3, y3 = np.repeat([[1.0], [2.0], [3.0]], 3, axis=0), np.tile([0, 1, 2], 3)
        _same(_call(sol, np, X3, y3, criterion), (-1, 0.0, 0.0), "three values with the same shares, %s" % criterion)


def check_ties(sol, np, rng):
    for criterion in ("gini", "entropy"):
        X, y = np.array([[1.0], [2.0], [3.0], [4.0]]), np.array([0, 1, 1, 0])
        got = _call(sol, np, X, y, criterion)
        assert got[:2] == (0, 1.5), "thresholds 1.5 and 3.5 gain the same: expected 1.5, got %r (%s)" % (got[1], criterion)
        for seed in range(12):
            column = rng.permutation(7).astype(float)
            y = rng.permutation(np.array([0, 0, 1, 1, 2, 2, 2]))
            X = np.stack([np.zeros(7), -column, column, 10 - 2 * column], axis=1)
            _same(_call(sol, np, X, y, criterion), _slow(X, y, criterion), "a column, its mirror image and a multiple of it, %s" % criterion)
            assert _call(sol, np, X, y, criterion)[0] == 1, "columns 1, 2 and 3 gain the same: expected column 1"


def check_monotone(sol, np, rng):
    for _ in range(10):
        X, y = rng.integers(-30, 31, size=(25, 3)) / 10, rng.integers(3, size=25)
        j, t, gain = _call(sol, np, X, y)
        Z = np.exp(X * np.array([1.0, 3.0, 2.0])) + np.array([0.0, 900.0, -5.0])
        k, u, gain2 = _call(sol, np, Z, y)
        assert k == j and abs(gain - gain2) < 1e-9, "after an increasing change of each column: (%d, gain %r) became (%d, gain %r)" % (j, gain, k, gain2)
        assert ((X[:, j] <= t) == (Z[:, k] <= u)).all(), "after an increasing change of each column other rows go left"


def check_relabel(sol, np, rng):
    for criterion in ("gini", "entropy"):
        X, y = rng.normal(size=(20, 2)), rng.integers(4, size=20)
        want = _call(sol, np, X, y, criterion)
        order = rng.permutation(20)
        _same(_call(sol, np, X[order], y[order], criterion), want, "after reordering the rows")
        for names in ([-1, -7, 500, 3], [10 ** 9, 0, -10 ** 9, 5], [3, 2, 1, 0]):
            _same(_call(sol, np, X, np.array(names)[y], criterion), want, "with classes named %s" % names)


def check_vectorised(sol, np, rng):
    X = np.stack([rng.permutation(4000) / 100 for _ in range(4)], axis=1)
    y = rng.integers(3, size=4000)
    start = time.process_time()
    _sweep(np, X, y)
    loop = (time.process_time() - start) * 1000
    best = math.inf
    for _ in range(3):
        _call(sol, np, X, y)
        best = min(best, sol.last_call_ms)
        if best < loop / 2:
            return
    assert False, "4000 rows and 4 columns took %.1f ms; running counts in plain Python take %.1f ms here" % (best, loop)
