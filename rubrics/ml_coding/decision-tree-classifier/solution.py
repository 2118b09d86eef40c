"""A classification tree grown by Gini, one sorted sweep per column and node."""
import numpy as np


class Tree:
    def fit(self, X, y, max_depth, min_leaf):
        self._classes, codes = np.unique(y, return_inverse=True)
        self._nodes, self._right = [], {}
        self._grow(X, np.eye(len(self._classes))[codes], np.inf if max_depth is None else max_depth, min_leaf)

    def _grow(self, X, one_hot, depth, min_leaf):
        counts, me = one_hot.sum(axis=0), len(self._nodes)
        self._nodes.append([-1, 0.0, int(self._classes[np.argmax(counts)]), len(X)])
        split = None if depth == 0 or np.count_nonzero(counts) == 1 else _best_split(X, one_hot, min_leaf)
        if split is None:
            return
        self._nodes[me][:2] = split
        left = X[:, split[0]] <= split[1]
        self._grow(X[left], one_hot[left], depth - 1, min_leaf)
        self._right[me] = len(self._nodes)
        self._grow(X[~left], one_hot[~left], depth - 1, min_leaf)

    def nodes(self):
        return self._nodes

    def predict(self, X):
        out = np.empty(len(X), dtype=np.int64)
        waiting = [(0, np.arange(len(X)))]
        while waiting:
            me, rows = waiting.pop()
            feature, threshold, label, _ = self._nodes[me]
            if feature < 0:
                out[rows] = label
            else:
                left = X[rows, feature] <= threshold
                waiting += [(me + 1, rows[left]), (self._right[me], rows[~left])]
        return out


def _best_split(X, one_hot, min_leaf):
    """Feature and threshold with the smallest weighted Gini, or None if no split is allowed."""
    n, found = len(X), []
    for j in range(X.shape[1]):
        order = np.argsort(X[:, j])
        x = X[order, j]
        size = np.arange(1, n)  # of the left child
        at = np.flatnonzero((x[:-1] < x[1:]) & (size >= min_leaf) & (n - size >= min_leaf))
        left = np.cumsum(one_hot[order], axis=0)[at]
        right = one_hot.sum(axis=0) - left
        nl = size[at]
        # n times the weighted Gini is n minus this
        purity = (left ** 2).sum(axis=1) / nl + (right ** 2).sum(axis=1) / (n - nl)
        found += [(p / n, j, (x[i] + x[i + 1]) / 2) for p, i in zip(purity, at)]
    if not found:
        return None
    top = max(found)[0]
    return next((j, float(t)) for p, j, t in found if p >= top - 1e-9)
