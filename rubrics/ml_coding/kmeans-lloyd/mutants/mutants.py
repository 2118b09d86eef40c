"""Wrong versions of the entry functions, each with one misconception."""
import numpy as np


def _d2(X, C):
    return np.stack([((X - c) ** 2).sum(1) for c in C], axis=1)


def _round(X, C, distances=_d2):
    d2 = distances(X, C)
    labels = d2.argmin(1)
    nearest = d2[np.arange(len(X)), labels]
    new = np.array(C, dtype=float)
    spare = iter(np.argsort(-nearest, kind="stable"))
    for j in range(len(C)):
        mine = labels == j
        new[j] = X[mine].mean(0) if mine.any() else X[next(spare)]
    return new, labels, float(nearest.sum())


def _plus_plus(X, k, rng):
    C = X[[rng.integers(len(X))]]
    while len(C) < k:
        w = _d2(X, C).min(1)
        p = w / w.sum() if w.sum() > 0 else None
        C = np.vstack([C, X[rng.choice(len(X), p=p)]])
    return C


def _run(X, k, iters, rng, seeding=_plus_plus):
    C = seeding(X, k, rng)
    for _ in range(iters):
        C = _round(X, C)[0]
    return (C,) + _round(X, C)[1:]


def uniform_seeding(X, k, iters, seed):
    """Draws the first centres uniformly from the rows."""
    return _run(X, k, iters, np.random.default_rng(seed), lambda A, m, rng: A[rng.permutation(len(A))[:m]])


def seeding_without_zero_guard(X, k, iters, seed):
    """Divides by the sum of the distances even when all rows are centres already."""
    rng = np.random.default_rng(seed)
    C = X[[rng.integers(len(X))]]
    while len(C) < k:
        w = _d2(X, C).min(1)
        with np.errstate(invalid="ignore"):
            C = np.vstack([C, X[rng.choice(len(X), p=w / w.sum())]])
    for _ in range(iters):
        C = _round(X, C)[0]
    return (C,) + _round(X, C)[1:]


def ignores_seed(X, k, iters, seed):
    """Draws from fresh entropy, so no run can be repeated."""
    return _run(X, k, iters, np.random.default_rng())


def stale_labels(X, k, iters, seed):
    """Returns labels and inertia of the centres before the last move."""
    C = _plus_plus(X, k, np.random.default_rng(seed))
    for _ in range(iters):
        C, labels, inertia = _round(X, C)
    return C, labels, inertia


def empty_becomes_nan(X, centres):
    """Takes the mean of no rows."""
    d2 = _d2(X, centres)
    labels = d2.argmin(1)
    with np.errstate(all="ignore"):
        sums = np.stack([X[labels == j].sum(0) for j in range(len(centres))])
        new = sums / np.bincount(labels, minlength=len(centres))[:, None]
    return new, labels, float(d2.min(1).sum())


def empty_stays(X, centres):
    """Leaves a centre without rows where it is."""
    d2 = _d2(X, centres)
    labels = d2.argmin(1)
    new = np.array(centres, dtype=float)
    for j in np.unique(labels):
        new[j] = X[labels == j].mean(0)
    return new, labels, float(d2.min(1).sum())


def expanded_distances(X, centres):
    """|x|^2 - 2 x.c + |c|^2 without moving the data to the origin first."""
    return _round(X, centres, lambda A, C: np.maximum((A ** 2).sum(1)[:, None] - 2 * A @ C.T + (C ** 2).sum(1), 0))


def unsquared_inertia(X, centres):
    """Adds up the distances, not their squares."""
    new, labels, _ = _round(X, centres)
    return new, labels, float(np.sqrt(_d2(X, centres).min(1)).sum())


def median_step(X, centres):
    """Moves the centres to the median of their rows."""
    new, labels, inertia = _round(X, centres)
    for j in np.unique(labels):
        new[j] = np.median(X[labels == j], axis=0)
    return new, labels, inertia


def row_loop(X, k, iters, seed):
    """Measures every row against every centre in Python."""
    C = _plus_plus(X, k, np.random.default_rng(seed))
    for i in range(iters + 1):
        labels, inertia = np.zeros(len(X), dtype=int), 0.0
        for r, row in enumerate(X):
            d2 = [((row - c) ** 2).sum() for c in C]
            labels[r] = int(np.argmin(d2))
            inertia += d2[labels[r]]
        if i < iters:
            C = np.array([X[labels == j].mean(0) if (labels == j).any() else C[j] for j in range(k)])
    return C, labels, float(inertia)
