"""Checks of pca-svd: check_<id>(sol, np, rng) raises AssertionError with a message for the candidate."""
import math


def _slow(np, X, k):
    """Eigenvectors of the covariance, summed entry by entry: precise enough where the variances are alike."""
    n, d = X.shape
    mean = np.array([math.fsum(X[:, j].tolist()) / n for j in range(d)])
    C = X - mean
    cov = np.array([[math.fsum((C[:, i] * C[:, j]).tolist()) / n for j in range(d)] for i in range(d)])
    values, vectors = np.linalg.eigh(cov)
    return mean, vectors[:, ::-1][:, :k].T, values[::-1][:k] / np.trace(cov)


def _fit(sol, np, X, k):
    """A fitted model and what it says about itself, shapes checked."""
    model = sol.PCA()
    model.fit(X, k)
    V, ratio = np.asarray(model.components()), np.asarray(model.explained_ratio())
    assert V.shape == (k, X.shape[1]), "components has shape %s, expected %s" % (V.shape, (k, X.shape[1]))
    assert ratio.shape == (k,), "explained_ratio has shape %s, expected %s" % (ratio.shape, (k,))
    assert np.isfinite(V).all() and np.isfinite(ratio).all(), "components or explained_ratio hold NaN or infinity"
    return model, V, ratio


def _scores(np, model, X, k):
    Z = np.asarray(model.transform(X))
    assert Z.shape == (len(X), k), "transform has shape %s, expected %s" % (Z.shape, (len(X), k))
    return Z


def _back(np, model, Z, d):
    X = np.asarray(model.inverse_transform(Z))
    assert X.shape == (len(Z), d), "inverse_transform has shape %s, expected %s" % (X.shape, (len(Z), d))
    return X


def _close(np, got, want, what, tol=1e-8):
    gap = np.abs(np.asarray(got) - want).max()
    assert gap <= tol * max(1.0, np.abs(want).max()), "%s is off by up to %.3g" % (what, gap)


def _table(np, rng, n, d):
    """Columns on different scales, mixed, far from the origin."""
    spread = 2.0 ** -np.arange(d)
    return (rng.normal(size=(n, d)) * spread) @ np.linalg.qr(rng.normal(size=(d, d)))[0] + 3 * rng.normal(size=d)


def check_shape(sol, np, rng):
    for n, d, k in ((6, 4, 2), (3, 8, 3), (5, 1, 1), (1, 3, 1), (4, 4, 4)):
        X = rng.normal(size=(n, d))
        model, _, _ = _fit(sol, np, X, k)
        _back(np, model, _scores(np, model, rng.normal(size=(2, d)), k), d)
        _back(np, model, _scores(np, model, X[:1], k), d)


def check_hand(sol, np, rng):
    X = np.array([[3.0, 4.0], [-3.0, -4.0], [0.8, -0.6], [-0.8, 0.6]]) + [10.0, 20.0]
    model, V, ratio = _fit(sol, np, X, 2)
    # squared lengths along (0.6, 0.8): 25 + 25; along (0.8, -0.6): 1 + 1
    _close(np, np.abs(V), np.array([[0.6, 0.8], [0.8, 0.6]]), "the worked example: the size of the components", 1e-12)
    _close(np, ratio, np.array([50 / 52, 2 / 52]), "the worked example: explained_ratio", 1e-12)
    _close(np, np.abs(_scores(np, model, X, 2)), np.array([[5.0, 0], [5, 0], [0, 1], [0, 1]]), "the worked example: the size of the coordinates", 1e-12)


def check_orthonormal(sol, np, rng):
    for n, d, k in ((20, 6, 6), (5, 30, 5), (40, 10, 3)):
        _, V, ratio = _fit(sol, np, _table(np, rng, n, d), k)
        _close(np, V @ V.T, np.eye(k), "%d rows, %d columns: the products of components" % (n, d), 1e-10)
        assert (np.diff(ratio) <= 1e-12).all() and (ratio >= -1e-15).all(), "explained_ratio must fall, got %s" % ratio.tolist()


def check_reference(sol, np, rng):
    for _ in range(12):
        n, d = int(rng.integers(6, 30)), int(rng.integers(1, 6))
        k = int(rng.integers(1, d + 1))
        X, new = _table(np, rng, n, d), rng.normal(size=(4, d))
        model, V, ratio = _fit(sol, np, X, k)
        mean, want, shares = _slow(np, X, k)
        what = "%d rows, %d columns, k=%d: " % (n, d, k)
        signs = np.sign((V * want).sum(axis=1))[:, None]
        _close(np, V, signs * want, what + "components, up to sign,", 1e-5)
        _close(np, ratio, shares, what + "explained_ratio", 1e-8)
        _close(np, _scores(np, model, new, k), (new - mean) @ V.T, what + "transform of new rows")
        Z = rng.normal(size=(3, k))
        _close(np, _back(np, model, Z, d), Z @ V + mean, what + "inverse_transform")


def check_variance(sol, np, rng):
    X = _table(np, rng, 50, 5)
    model, _, ratio = _fit(sol, np, X, 3)
    Z = _scores(np, model, X, 3)
    _close(np, Z.mean(axis=0), np.zeros(3), "the mean of the fitted rows' coordinates")
    _close(np, Z.T @ Z / 50, np.diag(ratio) * X.var(axis=0).sum(), "the covariance of the coordinates")


def check_total(sol, np, rng):
    X = _table(np, rng, 12, 5)
    _, _, full = _fit(sol, np, X, 5)
    assert abs(full.sum() - 1) < 1e-10, "all directions together explain %r, expected 1" % full.sum()
    for k in (1, 2, 4):
        _, _, part = _fit(sol, np, X, k)
        _close(np, part, full[:k], "explained_ratio with k=%d, compared with k=5," % k, 1e-10)


def check_full_rank(sol, np, rng):
    for n, d in ((10, 4), (4, 9)):
        X = _table(np, rng, n, d)
        model, _, _ = _fit(sol, np, X, min(n, d))
        _close(np, _back(np, model, _scores(np, model, X, min(n, d)), d), X, "%d rows, %d columns, all directions: the restored table" % (n, d), 1e-10)


def check_best(sol, np, rng):
    X = _table(np, rng, 30, 6)
    model, _, ratio = _fit(sol, np, X, 2)
    error = ((X - _back(np, model, _scores(np, model, X, 2), 6)) ** 2).sum()
    want = (1 - ratio.sum()) * ((X - X.mean(axis=0)) ** 2).sum()
    assert abs(error - want) <= 1e-9 * want, "the squared error of the restored rows is %r, the unexplained variance says %r" % (error, want)
    for _ in range(20):
        Q = np.linalg.qr(rng.normal(size=(6, 2)))[0]
        C = X - X.mean(axis=0)
        assert ((C - C @ Q @ Q.T) ** 2).sum() >= error - 1e-9, "a random plane restores the rows better"


def check_train_mean(sol, np, rng):
    X, new = _table(np, rng, 25, 4), 40 + 5 * rng.normal(size=(9, 4))
    model, V, _ = _fit(sol, np, X, 2)
    Z = _scores(np, model, new, 2)
    _close(np, Z, (new - X.mean(axis=0)) @ V.T, "far-away new rows: transform")
    alone = np.concatenate([_scores(np, model, row[None], 2) for row in new])
    _close(np, alone, Z, "transforming new rows one at a time", 1e-11)


def check_tiny(sol, np, rng):
    for power in (1.0, 1e-2, 1e4):
        U = np.linalg.qr(np.column_stack([np.ones(40), rng.normal(size=(40, 4))]))[0][:, 1:]   # columns of sum 0
        V = np.linalg.qr(rng.normal(size=(4, 4)))[0]
        s = power * np.array([1.0, 1e-3, 1e-6, 1e-9])
        _, got, ratio = _fit(sol, np, (U * s) @ V.T, 4)
        for i in range(4):
            assert abs(abs(float(got[i] @ V[:, i])) - 1) < 1e-6, (
                "deviations 1, 1e-3, 1e-6 and 1e-9: direction %d is wrong (cosine %.4g with the true one)" % (i, float(got[i] @ V[:, i])))
            share = (s[i] / s[0]) ** 2 / (1 + 1e-6 + 1e-12 + 1e-18)
            assert abs(ratio[i] / share - 1) < 1e-3, "deviations 1, 1e-3, 1e-6 and 1e-9: ratio %d is %.4g, expected %.4g" % (i, ratio[i], share)


def check_no_variance(sol, np, rng):
    for value in (0.0, 0.1, -7e8 / 3):
        X = np.full((10, 4), value)
        model, V, ratio = _fit(sol, np, X, 3)
        assert (ratio == 0).all(), "all rows equal to %g: explained_ratio must be zeros, got %s" % (value, ratio.tolist())
        _close(np, V @ V.T, np.eye(3), "all rows equal: the products of components", 1e-10)
        _close(np, _back(np, model, _scores(np, model, X, 3), 4), X, "all rows equal: the restored table", 1e-12)
    line = np.outer(np.arange(6.0), [3.0, 0.0, 4.0, 0.0]) + 1
    _, V, ratio = _fit(sol, np, line, 4)
    _close(np, V @ V.T, np.eye(4), "points on a line, k=4: the products of components", 1e-10)
    _close(np, ratio, np.array([1.0, 0, 0, 0]), "points on a line: explained_ratio", 1e-12)
    _close(np, np.abs(V[0]), np.array([0.6, 0, 0.8, 0]), "points on a line: the size of the first component", 1e-10)


def check_invariance(sol, np, rng):
    X = _table(np, rng, 20, 4)
    model, V, ratio = _fit(sol, np, X, 3)
    _, moved, same = _fit(sol, np, X[::-1] * 8 + rng.normal(size=4), 3)
    _close(np, same, ratio, "after reordering rows, a common factor and a shift: explained_ratio", 1e-9)
    _close(np, np.abs((moved * V).sum(axis=1)), np.ones(3), "after reordering rows, a common factor and a shift: the directions (cosines)", 1e-9)
    Q = np.linalg.qr(rng.normal(size=(4, 4)))[0]
    _, turned, same = _fit(sol, np, X @ Q, 3)
    _close(np, same, ratio, "after a rotation: explained_ratio", 1e-9)
    _close(np, np.abs((turned * (V @ Q)).sum(axis=1)), np.ones(3), "after a rotation: the rotated directions (cosines)", 1e-9)
    model.fit(X @ Q, 2)
    _close(np, model.explained_ratio(), ratio[:2], "a second fit with another k: explained_ratio", 1e-9)


def check_wide(sol, np, rng):
    X, best = rng.normal(size=(30, 1200)), math.inf
    model = sol.PCA()
    for _ in range(4):
        model.fit(X, 5)
        best = min(best, sol.last_call_ms)
        if best < 150:
            break
    assert best < 150, "30 rows of 1200 columns took %.0f ms; the limit is 150 ms, so no square table of columns" % best
    X = rng.normal(size=(12000, 4))
    model.fit(X[:200], 2)
    for _ in range(4):
        model.transform(X)
        if sol.last_call_ms < 25:
            return
    assert False, "transforming 12000 rows of 4 columns took %.0f ms; the limit is 25 ms, so no loop over rows" % sol.last_call_ms
