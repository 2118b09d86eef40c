"""Wrong versions of knn_predict, each with one misconception."""
import numpy as np


def _squares(A, B):
    return (A * A).sum(1)[:, None] - 2 * A @ B.T + (B * B).sum(1)


def _cosine(A, B):
    a, b = np.linalg.norm(A, axis=1, keepdims=True), np.linalg.norm(B, axis=1, keepdims=True)
    return 1 - (A / np.where(a > 0, a, 1)) @ (B / np.where(b > 0, b, 1)).T


def _vote(D, y, k):
    near = np.argsort(D, axis=1, kind="stable")[:, :k]
    names, where = np.unique(y, return_inverse=True)
    votes = np.zeros((len(D), len(names)))
    np.add.at(votes, (np.arange(len(D))[:, None], where[near]), 1)
    return names, votes, near


def _answer(D, y, k):
    names, votes, _ = _vote(D, y, k)
    return names[votes.argmax(1)]


def _floats(*arrays):
    return [np.asarray(a, dtype=float) for a in arrays]


def largest_label_wins(Xtr, ytr, Xte, k, metric):
    """Breaks equal votes towards the largest label."""
    Xtr, Xte = _floats(Xtr, Xte)
    names, votes, _ = _vote((_cosine if metric == "cosine" else _squares)(Xte, Xtr), ytr, k)
    return names[::-1][votes[:, ::-1].argmax(1)]


def nearest_label_wins(Xtr, ytr, Xte, k, metric):
    """Breaks equal votes towards the label of the nearest neighbour."""
    Xtr, Xte = _floats(Xtr, Xte)
    names, votes, near = _vote((_cosine if metric == "cosine" else _squares)(Xte, Xtr), ytr, k)
    best = votes.max(1)
    out = []
    for row, order, top in zip(votes, near, best):
        count = dict(zip(names.tolist(), row))
        out.append(next(int(ytr[i]) for i in order if count[int(ytr[i])] == top))
    return np.array(out, dtype=ytr.dtype)


def later_row_first(Xtr, ytr, Xte, k, metric):
    """Takes the later of two training rows at the same distance."""
    Xtr, Xte = _floats(Xtr[::-1], Xte)
    return _answer((_cosine if metric == "cosine" else _squares)(Xte, Xtr), ytr[::-1], k)


def dot_as_cosine(Xtr, ytr, Xte, k, metric):
    """Uses the plain dot product as the cosine."""
    Xtr, Xte = _floats(Xtr, Xte)
    return _answer(-Xte @ Xtr.T if metric == "cosine" else _squares(Xte, Xtr), ytr, k)


def always_euclidean(Xtr, ytr, Xte, k, metric):
    """Ignores the metric."""
    return _answer(_squares(*_floats(Xte, Xtr)), ytr, k)


def forgets_row_norm(Xtr, ytr, Xte, k, metric):
    """Drops |x|^2 of the training rows from the expansion."""
    Xtr, Xte = _floats(Xtr, Xte)
    return _answer(_cosine(Xte, Xtr) if metric == "cosine" else -2 * Xte @ Xtr.T, ytr, k)


def zero_norm_nan(Xtr, ytr, Xte, k, metric):
    """Divides by the length of a zero row."""
    Xtr, Xte = _floats(Xtr, Xte)
    if metric != "cosine":
        return _answer(_squares(Xte, Xtr), ytr, k)
    with np.errstate(all="ignore"):
        unit = [A / np.linalg.norm(A, axis=1, keepdims=True) for A in (Xte, Xtr)]
        return _answer(1 - unit[0] @ unit[1].T, ytr, k)


def mean_label(Xtr, ytr, Xte, k, metric):
    """Rounds the mean of the neighbours' labels."""
    Xtr, Xte = _floats(Xtr, Xte)
    near = _vote((_cosine if metric == "cosine" else _squares)(Xte, Xtr), ytr, k)[2]
    return np.round(ytr[near].mean(1)).astype(ytr.dtype)


def skips_itself(Xtr, ytr, Xte, k, metric):
    """Drops the nearest row as if the query were always in the training set."""
    Xtr, Xte = _floats(Xtr, Xte)
    D = (_cosine if metric == "cosine" else _squares)(Xte, Xtr)
    if len(Xtr) > k:
        D[np.arange(len(D)), D.argmin(1)] = np.inf
    return _answer(D, ytr, k)


def pair_loop(Xtr, ytr, Xte, k, metric):
    """Measures every pair in Python."""
    Xtr, Xte = _floats(Xtr, Xte)
    if metric == "cosine":
        return _answer(_cosine(Xte, Xtr), ytr, k)
    return _answer(np.array([[((q - x) ** 2).sum() for x in Xtr] for q in Xte]), ytr, k)
