"""Wrong versions of best_split, each with one misconception."""
import numpy as np


def _impurity(counts, criterion, log=np.log2):
    p = counts / counts.sum(axis=-1, keepdims=True)
    if criterion == "gini":
        return 1 - (p * p).sum(axis=-1)
    if criterion == "error":
        return 1 - p.max(axis=-1)
    return -(p * log(np.where(p > 0, p, 1.0))).sum(axis=-1)


def _search(X, y, criterion, codes=None, score=None, impurity=_impurity, place=None, gaps=None, pick=None, least=1e-9):
    """The right algorithm; a mutant replaces one part of it."""
    n, found = len(y), []
    if codes is None:
        codes = np.unique(y, return_inverse=True)[1]
    one_hot = np.eye(codes.max() + 1)[codes]
    totals = one_hot.sum(axis=0)
    for j in range(X.shape[1]):
        order = np.argsort(X[:, j], kind="stable")
        x = X[order, j]
        at = gaps(x) if gaps else np.flatnonzero(x[:-1] < x[1:])
        left = np.cumsum(one_hot[order], axis=0)[at]
        share = (at + 1) / n
        parent, a, b = impurity(totals, criterion), impurity(left, criterion), impurity(totals - left, criterion)
        gain = score(parent, a, b, share) if score else parent - share * a - (1 - share) * b
        cut = place(x, at) if place else (x[at] + x[at + 1]) / 2
        found += [(j, float(t), float(g)) for t, g in zip(cut, gain)]
    top = max((g for _, _, g in found), default=0.0)
    if not found or top <= least:
        return -1, 0.0, 0.0
    best = [s for s in found if s[2] >= top - 1e-9]
    return pick(best) if pick else best[0]


def unweighted(X, y, criterion):
    """Averages the two impurities whatever the sizes of the children."""
    return _search(X, y, criterion, score=lambda parent, a, b, share: parent - (a + b) / 2)


def left_only(X, y, criterion):
    """Forgets the right child."""
    return _search(X, y, criterion, score=lambda parent, a, b, share: parent - share * a)


def parent_forgotten(X, y, criterion):
    """Returns one minus the weighted impurity in place of the decrease."""
    return _search(X, y, criterion, score=lambda parent, a, b, share: 1 - share * a - (1 - share) * b)


def value_as_threshold(X, y, criterion):
    """Cuts at the lower value, not at the midpoint."""
    return _search(X, y, criterion, place=lambda x, at: x[at])


def parts_equal_values(X, y, criterion):
    """Cuts between any two sorted rows, also between equal values."""
    return _search(X, y, criterion, gaps=lambda x: np.arange(len(x) - 1))


def natural_log(X, y, criterion):
    """Measures entropy in natural units."""
    return _search(X, y, criterion, impurity=lambda counts, c: _impurity(counts, c, np.log))


def strict_less_ties(X, y, criterion):
    """Keeps the last of equal thresholds of a column."""
    return _search(X, y, criterion, pick=lambda best: [s for s in best if s[0] == best[0][0]][-1])


def last_feature(X, y, criterion):
    """Lets a later column win a tie."""
    return _search(X, y, criterion, pick=lambda best: next(s for s in best if s[0] == best[-1][0]))


def negative_labels_lost(X, y, criterion):
    """Uses labels as positions, so negative ones and gaps share a class."""
    return _search(X, y, criterion, codes=np.mod(y, 5))


def accepts_zero_gain(X, y, criterion):
    """Returns the first split even if it gains nothing."""
    if len(np.unique(y)) == 1:
        return -1, 0.0, 0.0
    return _search(X, y, criterion, least=-1.0)


def misclassification(X, y, criterion):
    """Scores Gini splits by the share of the largest class."""
    return _search(X, y, "error" if criterion == "gini" else criterion)


def scales_first(X, y, criterion):
    """Standardises the columns and returns the threshold in the new unit."""
    spread = X.std(axis=0)
    return _search((X - X.mean(axis=0)) / np.where(spread > 0, spread, 1.0), y, criterion)


def recount(X, y, criterion):
    """Counts both children from scratch at every threshold."""
    classes, codes = np.unique(y, return_inverse=True)
    K, found = len(classes), []
    parent = _impurity(np.bincount(codes, minlength=K), criterion)
    for j in range(X.shape[1]):
        values = np.unique(X[:, j])
        for t in (values[:-1] + values[1:]) / 2:
            goes = X[:, j] <= t
            a, b = np.bincount(codes[goes], minlength=K), np.bincount(codes[~goes], minlength=K)
            share = goes.mean()
            found.append((j, float(t), float(parent - share * _impurity(a, criterion) - (1 - share) * _impurity(b, criterion))))
    top = max((s[2] for s in found), default=0.0)
    return next(s for s in found if s[2] >= top - 1e-9) if top > 1e-9 else (-1, 0.0, 0.0)
