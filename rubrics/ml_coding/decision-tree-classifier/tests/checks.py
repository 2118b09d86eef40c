"""Checks of decision-tree-classifier: check_<id>(sol, np, rng) raises AssertionError with a message for the candidate."""
import math
import time
from collections import Counter
from fractions import Fraction


def _mixed(labels):
    """Rows times Gini, as an exact fraction."""
    return len(labels) - Fraction(sum(c * c for c in Counter(labels).values()), len(labels))


def _grow(rows, depth, min_leaf, nodes):
    """The tree over (values, label) pairs, every candidate counted from scratch with exact fractions."""
    labels = [label for _, label in rows]
    label = min(Counter(labels), key=lambda v: (-labels.count(v), v))
    node = {"feature": -1, "threshold": 0.0, "label": label, "rows": len(rows)}
    nodes.append(node)
    if len(set(labels)) == 1 or depth == 0:
        return node
    found = []
    for j in range(len(rows[0][0])):
        values = sorted({v[j] for v, _ in rows})
        for a, b in zip(values, values[1:]):
            left, right = [t for v, t in rows if v[j] <= a], [t for v, t in rows if v[j] > a]
            if min(len(left), len(right)) >= min_leaf:
                found.append(((_mixed(left) + _mixed(right)) / len(rows), j, (a + b) / 2))
    if not found:
        return node
    best = min(f[0] for f in found)
    _, node["feature"], node["threshold"] = next(f for f in found if f[0] <= best + Fraction(1, 10 ** 9))
    j, t = node["feature"], node["threshold"]
    node["left"] = _grow([r for r in rows if r[0][j] <= t], depth - 1, min_leaf, nodes)
    node["right"] = _grow([r for r in rows if r[0][j] > t], depth - 1, min_leaf, nodes)
    return node


def _slow(X, y, max_depth, min_leaf):
    rows = [([float(v) for v in row], int(t)) for row, t in zip(X, y)]
    nodes = []
    root = _grow(rows, -1 if max_depth is None else max_depth, min_leaf, nodes)
    return root, [(v["feature"], v["threshold"], v["label"], v["rows"]) for v in nodes]


def _walk(node, row):
    while node["feature"] >= 0:
        node = node["left"] if row[node["feature"]] <= node["threshold"] else node["right"]
    return node["label"]


def _nodes(tree):
    got = tree.nodes()
    assert isinstance(got, (list, tuple)) and len(got), "nodes() must return a list with at least the root, got %s" % type(got).__name__
    for v in got:
        assert isinstance(v, (list, tuple)) and len(v) == 4, "a node must be [feature, threshold, label, rows], got %r" % (v,)
    return [(int(f), float(t), int(label), int(rows)) for f, t, label, rows in got]


def _predict(tree, np, X):
    p = np.asarray(tree.predict(X))
    assert p.shape == (len(X),), "predict has shape %s, expected (%d,)" % (p.shape, len(X))
    assert p.dtype.kind in "iu", "predict must return integers, got %s" % p.dtype
    return p


def _fit(sol, np, X, y, max_depth=None, min_leaf=1):
    tree = sol.Tree()
    tree.fit(X, y, max_depth, min_leaf)
    return tree, _nodes(tree)


def _same(got, want, what):
    assert len(got) == len(want), "%s: %d nodes, expected %d" % (what, len(got), len(want))
    for i, (g, w) in enumerate(zip(got, want)):
        assert g[0] == w[0] and abs(g[1] - w[1]) <= 1e-9 * max(1.0, abs(w[1])) and g[2:] == w[2:], (
            "%s: node %d is %r, expected %r" % (what, i, g, w))


def _depths(nodes):
    """Depth of each node of a list in preorder."""
    out, open_ = [], [0]
    for v in nodes:
        assert open_, "the list of nodes goes on after the tree is complete"
        depth = open_.pop()
        out.append(depth)
        if v[0] >= 0:
            open_ += [depth + 1, depth + 1]
    assert not open_, "the list of nodes ends before the tree is complete"
    return out


def check_shape(sol, np, rng):
    X, y = rng.normal(size=(12, 3)), np.arange(12) % 3
    tree, nodes = _fit(sol, np, X, y, 3, 1)
    _depths(nodes)
    for m in (1, 7):
        _predict(tree, np, rng.normal(size=(m, 3)))
    for f, t, _, _ in nodes:
        assert -1 <= f < 3, "feature %d is no column of 3" % f
        assert f >= 0 or t == 0.0, "a leaf has threshold %r, expected 0.0" % t
    assert nodes[0][3] == 12, "the root has %d rows, expected 12" % nodes[0][3]


def check_hand(sol, np, rng):
    X = np.array([[1.0, 7.0], [2.0, 9.0], [3.0, 8.0], [6.0, 1.0], [7.0, 6.0], [8.0, 2.0]])
    y = np.array([4, 4, 4, -2, 4, -2])
    tree, nodes = _fit(sol, np, X, y)
    _same(nodes, [(1, 4.0, 4, 6), (-1, 0.0, -2, 2), (-1, 0.0, 4, 4)], "six rows")
    p = _predict(tree, np, np.array([[0.0, 4.0], [0.0, 4.5], [9.0, -50.0]]))
    assert p.tolist() == [-2, 4, -2], "rows with 4.0, 4.5 and -50 in column 1 must get -2, 4 and -2, got %s" % p.tolist()


def check_reference(sol, np, rng):
    for trial in range(60):
        n, d, K = int(rng.integers(1, 15)), int(rng.integers(1, 4)), int(rng.integers(1, 4))
        X = rng.integers(0, 5, size=(n, d)).astype(float) if trial % 2 else rng.normal(scale=10.0, size=(n, d))
        y = rng.integers(-1, K, size=n)
        max_depth = [None, 1, 2, 3][int(rng.integers(4))]
        min_leaf = int(rng.integers(1, 4))
        what = "%d rows, %d columns, max_depth %s, min_leaf %d" % (n, d, max_depth, min_leaf)
        root, want = _slow(X, y, max_depth, min_leaf)
        tree, nodes = _fit(sol, np, X, y, max_depth, min_leaf)
        _same(nodes, want, what)
        Z = np.concatenate([X, X + 0.5, X - 0.5])
        p = _predict(tree, np, Z)
        for row, label in zip(Z, p):
            assert label == _walk(root, row), "%s: the row %s gets %d, expected %d" % (what, row.tolist(), label, _walk(root, row))


def check_depth(sol, np, rng):
    X, y = rng.normal(size=(60, 3)), rng.integers(3, size=60)
    for max_depth in (0, 1, 2, 4):
        deepest = max(_depths(_fit(sol, np, X, y, max_depth)[1]))
        assert deepest == max_depth, "max_depth %d on noise: the deepest node has depth %d" % (max_depth, deepest)
    tree, nodes = _fit(sol, np, X, np.array([5] * 25 + [1] * 35), 0)
    assert nodes == [(-1, 0.0, 1, 60)] and (_predict(tree, np, X) == 1).all(), "max_depth 0 must give one leaf with the most frequent label"


def check_min_leaf(sol, np, rng):
    X, y = rng.normal(size=(50, 2)), rng.integers(3, size=50)
    for min_leaf in (2, 5, 12):
        _, nodes = _fit(sol, np, X, y, None, min_leaf)
        least = min(rows for f, _, _, rows in nodes if f < 0)
        assert least >= min_leaf, "a leaf has %d rows with min_leaf %d" % (least, min_leaf)
        assert len(nodes) > 1, "50 mixed rows can be split with min_leaf %d" % min_leaf
    # the purest cut takes off one row; with min_leaf 2 another one must be used
    X, y = np.arange(6.0)[:, None], np.array([1, 0, 0, 0, 0, 0])
    _same(_fit(sol, np, X, y, 1, 2)[1], [(0, 1.5, 0, 6), (-1, 0.0, 0, 2), (-1, 0.0, 0, 4)], "one odd row at the end, min_leaf 2")
    _same(_fit(sol, np, X, y, None, 4)[1], [(-1, 0.0, 0, 6)], "six rows, min_leaf 4")
    _same(_fit(sol, np, X, y, 1, 3)[1], [(0, 2.5, 0, 6), (-1, 0.0, 0, 3), (-1, 0.0, 0, 3)], "six rows, min_leaf 3")


def check_xor(sol, np, rng):
    X = np.array([[0.0, 0.0], [0.0, 1.0], [1.0, 0.0], [1.0, 1.0]])
    y = np.array([0, 1, 1, 0])
    tree, nodes = _fit(sol, np, X, y, 2)
    assert (_predict(tree, np, X) == y).all(), "four corners of XOR: depth 2 suffices, although the first split improves nothing"
    for n, d in ((80, 2), (60, 1)):
        X, y = rng.permutation(n * d).reshape(n, d).astype(float), rng.integers(3, size=n)
        tree, nodes = _fit(sol, np, X, y)
        assert (_predict(tree, np, X) == y).all(), "%d different rows, no limits: every training row must get its own label" % n


def check_conflict(sol, np, rng):
    y = np.array([3, 1, 3, 1, 3, 7])
    for X in (np.full((6, 2), 4.0), np.zeros((6, 1))):
        tree, nodes = _fit(sol, np, X, y)
        _same(nodes, [(-1, 0.0, 3, 6)], "constant columns")
    X = np.array([[1.0], [1.0], [1.0], [2.0], [2.0], [2.0]])
    _same(_fit(sol, np, X, y)[1], _slow(X, y, None, 1)[1], "two groups of equal rows with several labels each")
    tree, _ = _fit(sol, np, X, y)
    assert _predict(tree, np, X).tolist() == [3, 3, 3, 1, 1, 1], "equal rows must get the most frequent label of their group"
    _same(_fit(sol, np, np.array([[2.0, 3.0]]), np.array([-9]))[1], [(-1, 0.0, -9, 1)], "a single row")


def check_ties(sol, np, rng):
    _same(_fit(sol, np, np.zeros((4, 1)), np.array([8, -3, 8, -3]))[1], [(-1, 0.0, -3, 4)], "two labels as frequent")
    X, y = np.array([[1.0], [2.0], [3.0], [4.0]]), np.array([0, 1, 1, 0])
    _same(_fit(sol, np, X, y, 1)[1], [(0, 1.5, 0, 4), (-1, 0.0, 0, 1), (-1, 0.0, 1, 3)], "thresholds 1.5 and 3.5 are as good")
    for _ in range(12):
        column, y = rng.permutation(7).astype(float), rng.permutation(np.array([0, 0, 1, 1, 2, 2, 2]))
        X = np.stack([np.zeros(7), -column, column, 10 - 2 * column], axis=1)
        _same(_fit(sol, np, X, y, 2)[1], _slow(X, y, 2, 1)[1], "a column, its mirror image and a multiple of it")


def check_monotone(sol, np, rng):
    for _ in range(8):
        X, y = rng.integers(-30, 31, size=(25, 3)) / 10, rng.integers(3, size=25)
        Z = np.exp(X * np.array([1.0, 3.0, 2.0])) + np.array([0.0, 900.0, -5.0])
        one, a = _fit(sol, np, X, y, 4, 2)
        two, b = _fit(sol, np, Z, y, 4, 2)
        assert [(v[0], v[2], v[3]) for v in a] == [(v[0], v[2], v[3]) for v in b], "an increasing change of each column alters the tree"
        assert (_predict(one, np, X) == _predict(two, np, Z)).all(), "an increasing change of each column alters predictions"


def check_relabel(sol, np, rng):
    for _ in range(4):
        X, y = rng.normal(size=(24, 2)), rng.integers(4, size=24)
        tree, nodes = _fit(sol, np, X, y)
        order = rng.permutation(24)
        _same(_fit(sol, np, X[order], y[order])[1], nodes, "after reordering the rows")
        names = np.array([-10 ** 9, -7, 3, 10 ** 9])
        other, named = _fit(sol, np, X, names[y])
        _same(named, [(f, t, int(names[label]), rows) for f, t, label, rows in nodes], "with other names of the classes, in the same order")
        assert (_predict(other, np, X) == names[_predict(tree, np, X)]).all(), "predictions do not follow the names of the classes"


def check_refit(sol, np, rng):
    tree = sol.Tree()
    X1, y1 = rng.normal(size=(30, 3)), rng.integers(4, size=30)
    X2, y2 = rng.normal(size=(20, 2)), rng.integers(-2, 1, size=20)
    for X, y in ((X1, y1), (X2, y2), (X1, y1)):
        tree.fit(X, y, None, 1)
        _same(_nodes(tree), _fit(sol, np, X, y)[1], "a tree fitted again, against a new one")
        assert (_predict(tree, np, X) == y).all(), "after another fit the training rows do not get their labels"


def check_vectorised(sol, np, rng):
    n, d = 3000, 4
    X, y = np.stack([rng.permutation(n) / 100 for _ in range(d)], axis=1), rng.integers(3, size=n)
    start, best = time.process_time(), math.inf
    for j in range(d):                      # the root alone, both children counted anew at every threshold
        for t in X[:, j]:
            left = X[:, j] <= t
            best = min(best, int((np.bincount(y[left], minlength=3) ** 2).sum() + (np.bincount(y[~left], minlength=3) ** 2).sum()))
    loop, best = (time.process_time() - start) * 1000, math.inf
    tree = sol.Tree()
    for _ in range(3):
        tree.fit(X, y, 3, 5)
        best = min(best, sol.last_call_ms)
        if best < loop / 2:
            return
    assert False, "depth 3 on 3000 rows and 4 columns took %.0f ms; counting anew at each threshold of the root alone takes %.0f ms" % (best, loop)
