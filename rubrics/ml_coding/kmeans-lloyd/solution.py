"""k-means: k-means++ seeding, Lloyd rounds, empty clusters moved to the worst-served rows."""
import numpy as np


def _square_distances(X, centres):
    """(n, k) by plain differences: exact far from the origin, unlike |x|^2 - 2 x.c + |c|^2."""
    out = np.empty((len(X), len(centres)))
    for j, centre in enumerate(centres):
        diff = X - centre
        out[:, j] = np.einsum("ij,ij->i", diff, diff)
    return out


def _assign(X, centres):
    d2 = _square_distances(X, centres)
    labels = d2.argmin(axis=1)
    return labels, d2[np.arange(len(X)), labels]


def _move(X, centres, labels, nearest):
    """Means of the rows of each centre; centres without rows take the worst-served rows."""
    moved = np.array(centres, dtype=np.float64)
    counts = np.bincount(labels, minlength=len(moved))
    for j in np.flatnonzero(counts):
        moved[j] = X[labels == j].mean(axis=0)
    empty = np.flatnonzero(counts == 0)
    if len(empty):
        moved[empty] = X[np.argsort(-nearest, kind="stable")[: len(empty)]]
    return moved


def lloyd_step(X, centres):
    X = np.asarray(X, dtype=np.float64)
    labels, nearest = _assign(X, centres)
    return _move(X, centres, labels, nearest), labels, float(nearest.sum())


def _seed_centres(X, k, rng):
    """k-means++: each next centre is a row drawn with probability proportional to its squared distance."""
    chosen = [int(rng.integers(len(X)))]
    nearest = _square_distances(X, X[chosen])[:, 0]
    while len(chosen) < k:
        total = nearest.sum()
        weights = nearest / total if total > 0 else None  # every row is a centre already: draw any
        chosen.append(int(rng.choice(len(X), p=weights)))
        nearest = np.minimum(nearest, _square_distances(X, X[chosen[-1:]])[:, 0])
    return X[chosen]


def kmeans(X, k, iters, seed):
    X = np.asarray(X, dtype=np.float64)
    centres = _seed_centres(X, k, np.random.default_rng(seed))
    labels, nearest = _assign(X, centres)
    for _ in range(iters):
        centres = _move(X, centres, labels, nearest)
        previous, (labels, nearest) = labels, _assign(X, centres)
        if np.array_equal(labels, previous):
            break
    return centres, labels, float(nearest.sum())
