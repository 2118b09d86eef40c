"""Wrong versions of Tree, each with one misconception."""
import numpy as np


class _Right:
    """The right algorithm; a mutant replaces one part of it."""

    def __init__(self):
        self._reset()

    def _reset(self):
        self._nodes, self._right = [], {}

    def fit(self, X, y, max_depth, min_leaf):
        self._reset()
        self._grow(X, y, 0, np.inf if max_depth is None else max_depth, min_leaf)

    def _label(self, y):
        values, counts = np.unique(y, return_counts=True)
        return int(values[np.argmax(counts)])

    def _stop(self, y, depth, max_depth, min_leaf):
        return depth >= max_depth or len(np.unique(y)) == 1

    def _impurity(self, counts):
        return 1 - ((counts / counts.sum(axis=1, keepdims=True)) ** 2).sum(axis=1)

    def _combine(self, a, b, nl, n):
        return (nl * a + (n - nl) * b) / n

    def _gaps(self, x):
        return x[:-1] < x[1:]

    def _cut(self, a, b):
        return (a + b) / 2

    def _allowed(self, nl, n, min_leaf):
        return (nl >= min_leaf) & (n - nl >= min_leaf)

    def _candidates(self, X, y, min_leaf):
        n, found = len(y), []
        one_hot = (y[:, None] == np.unique(y)).astype(float)
        for j in range(X.shape[1]):
            order = np.argsort(X[:, j], kind="stable")
            x, left = X[order, j], np.cumsum(one_hot[order], axis=0)[:-1]
            nl = np.arange(1, n)
            keep = np.flatnonzero(self._gaps(x) & self._allowed(nl, n, min_leaf))
            right = one_hot.sum(axis=0) - left
            score = self._combine(self._impurity(left[keep]), self._impurity(right[keep]), nl[keep], n)
            found += [(float(s), j, float(self._cut(x[i], x[i + 1]))) for s, i in zip(score, keep)]
        return found

    def _pick(self, found):
        low = min(s for s, _, _ in found)
        return next((j, t) for s, j, t in found if s <= low + 1e-9)

    def _split(self, X, y, min_leaf):
        found = self._candidates(X, y, min_leaf)
        return self._pick(found) if found else None

    def _grow(self, X, y, depth, max_depth, min_leaf):
        me = len(self._nodes)
        self._nodes.append([-1, 0.0, self._label(y), len(y)])
        split = None if self._stop(y, depth, max_depth, min_leaf) else self._split(X, y, min_leaf)
        if split is None:
            return
        left = X[:, split[0]] <= split[1]
        if left.all() or not left.any():
            return
        self._nodes[me][:2] = split
        self._grow(X[left], y[left], depth + 1, max_depth, min_leaf)
        self._right[me] = len(self._nodes)
        self._grow(X[~left], y[~left], depth + 1, max_depth, min_leaf)

    def nodes(self):
        return self._nodes

    def _goes_left(self, value, threshold):
        return value <= threshold

    def predict(self, X):
        out = np.empty(len(X), dtype=np.int64)
        for i, row in enumerate(X):
            me = 0
            while self._nodes[me][0] >= 0:
                f, t = self._nodes[me][:2]
                me = me + 1 if self._goes_left(row[f], t) else self._right[me]
            out[i] = self._nodes[me][2]
        return out


class StopsWithoutGain(_Right):
    """Makes a leaf of a node whose best split improves nothing: XOR stays unsolved."""

    def _split(self, X, y, min_leaf):
        found = self._candidates(X, y, min_leaf)
        parent = 1 - float(((np.unique(y, return_counts=True)[1] / len(y)) ** 2).sum())
        return self._pick(found) if found and min(found)[0] < parent - 1e-9 else None


class Unweighted(_Right):
    """Averages the impurities of the children whatever their sizes."""

    def _combine(self, a, b, nl, n):
        return (a + b) / 2


class EntropyScore(_Right):
    """Scores candidates by entropy."""

    def _impurity(self, counts):
        p = counts / counts.sum(axis=1, keepdims=True)
        return -(p * np.log2(np.where(p > 0, p, 1.0))).sum(axis=1)


class DepthOffByOne(_Right):
    """Counts the root as depth 1."""

    def _stop(self, y, depth, max_depth, min_leaf):
        return depth + 1 >= max_depth or len(np.unique(y)) == 1


class LeafLimitOnNode(_Right):
    """Applies min_leaf to the node that is split, not to its children."""

    def _stop(self, y, depth, max_depth, min_leaf):
        return super()._stop(y, depth, max_depth, min_leaf) or len(y) < min_leaf

    def _allowed(self, nl, n, min_leaf):
        return nl >= 1


class BestThenLimit(_Right):
    """Takes the purest split and gives up if it breaks min_leaf, without trying the next one."""

    def _split(self, X, y, min_leaf):
        found = self._candidates(X, y, 1)
        if not found:
            return None
        j, t = self._pick(found)
        nl = int((X[:, j] <= t).sum())
        return (j, t) if min(nl, len(y) - nl) >= min_leaf else None


class LeafLimitStrict(_Right):
    """Demands more than min_leaf rows."""

    def _allowed(self, nl, n, min_leaf):
        return (nl > min_leaf) & (n - nl > min_leaf) if min_leaf > 1 else nl >= 1


class LowerValue(_Right):
    """Cuts at the lower of the two values, not halfway."""

    def _cut(self, a, b):
        return a


class StrictlyLess(_Right):
    """Sends a row that equals the threshold to the right when predicting."""

    def _goes_left(self, value, threshold):
        return value < threshold


class PartsEqualValues(_Right):
    """Scores cuts between equal values, which cannot be made."""

    def _gaps(self, x):
        return np.ones(len(x) - 1, dtype=bool)


class LargestLabel(_Right):
    """Breaks a tie of labels towards the larger one."""

    def _label(self, y):
        values, counts = np.unique(y, return_counts=True)
        return int(values[::-1][np.argmax(counts[::-1])])


class LastOfTies(_Right):
    """Keeps the last of equally good splits."""

    def _pick(self, found):
        low = min(s for s, _, _ in found)
        return [(j, t) for s, j, t in found if s <= low + 1e-9][-1]


class MeanLabel(_Right):
    """Predicts the rounded mean of the labels, as if they were numbers."""

    def _label(self, y):
        return int(np.round(np.mean(y)))


class KeepsOldNodes(_Right):
    """A second fit appends to the first tree."""

    def fit(self, X, y, max_depth, min_leaf):
        self._grow(X, y, 0, np.inf if max_depth is None else max_depth, min_leaf)


class Recount(_Right):
    """Counts both children from scratch at every threshold."""

    def _candidates(self, X, y, min_leaf):
        n, found, codes = len(y), [], np.unique(y, return_inverse=True)[1]
        for j in range(X.shape[1]):
            values = np.unique(X[:, j])
            for t in (values[:-1] + values[1:]) / 2:
                left = X[:, j] <= t
                a, b = np.bincount(codes[left]), np.bincount(codes[~left])
                if min(a.sum(), b.sum()) >= min_leaf:
                    found.append(((n - (a ** 2).sum() / a.sum() - (b ** 2).sum() / b.sum()) / n, j, float(t)))
        return found
