"""Checks of kmeans-lloyd: check_<id>(sol, np, rng) raises AssertionError with a message for the candidate."""


def _unpack(np, out, name, n, k, d):
    assert isinstance(out, (tuple, list)) and len(out) == 3, (
        "%s must return (centres, labels, inertia), got %s" % (name, type(out).__name__))
    centres, labels, inertia = np.asarray(out[0]), np.asarray(out[1]), out[2]
    assert centres.shape == (k, d), "%s: centres have shape %s, expected (%d, %d)" % (name, centres.shape, k, d)
    assert labels.shape == (n,), "%s: labels have shape %s, expected (%d,)" % (name, labels.shape, n)
    assert labels.dtype.kind in "iu", "%s: labels must be integers, got %s" % (name, labels.dtype)
    assert ((labels >= 0) & (labels < k)).all(), "%s: a label lies outside of 0..k-1" % name
    assert np.ndim(inertia) == 0, "%s: inertia must be one number" % name
    assert np.isfinite(centres).all() and np.isfinite(inertia), "%s: centres or inertia are not finite" % name
    return centres, labels, float(inertia)


def _kmeans(sol, np, X, k, iters, seed):
    return _unpack(np, sol.kmeans(X, k, iters, seed), "kmeans", len(X), k, X.shape[1])


def _step(sol, np, X, centres):
    return _unpack(np, sol.lloyd_step(X, centres), "lloyd_step", len(X), len(centres), X.shape[1])


def _slow_step(np, X, centres):
    """One round with plain loops; every centre gets at least one row in the data it is used on."""
    labels, inertia = [], 0.0
    for x in X:
        d2 = [sum((float(a) - float(c)) ** 2 for a, c in zip(x, centre)) for centre in centres]
        labels.append(d2.index(min(d2)))
        inertia += min(d2)
    moved = [np.mean([x for x, label in zip(X, labels) if label == j], axis=0) for j in range(len(centres))]
    return np.array(moved), np.array(labels), inertia


def _blobs(np, rng, where, sizes):
    where = np.array(where, dtype=float)
    truth = np.repeat(np.arange(len(where)), sizes)
    return where[truth] + rng.normal(size=(len(truth), 2)), truth


def check_shape(sol, np, rng):
    X = rng.normal(size=(23, 3))
    _step(sol, np, X, X[:4])
    _kmeans(sol, np, X, 4, 5, 0)
    centres, labels, inertia = _kmeans(sol, np, X, 1, 3, 1)
    assert np.allclose(centres[0], X.mean(0), atol=1e-8), "with k=1 the centre must be the mean of all rows"
    want = float(((X - X.mean(0)) ** 2).sum())
    assert abs(inertia - want) < 1e-8 * want, "with k=1 the inertia must be %r, got %r" % (want, inertia)


def check_one_step(sol, np, rng):
    X = np.array([[0.0, 0.0], [2.0, 0.0], [4.0, 0.0], [10.0, 0.0]])
    centres, labels, inertia = _step(sol, np, X, np.array([[0.0, 0.0], [4.0, 0.0]]))
    assert list(labels) == [0, 0, 1, 1], "row (2, 0) is as near to both centres and goes to index 0; got %s" % labels
    assert np.allclose(centres, [[1.0, 0.0], [7.0, 0.0]]), "centres must move to (1, 0) and (7, 0), got %s" % centres
    assert abs(inertia - 40.0) < 1e-9, "squared distances to the given centres add up to 40, got %r" % inertia
    for _ in range(5):
        X = rng.normal(size=(60, 3))
        start = X[rng.permutation(60)[:5]]
        centres, labels, inertia = _step(sol, np, X, start)
        centres2, labels2, inertia2 = _slow_step(np, X, start)
        assert (labels == labels2).all(), "%d labels differ from a loop version" % (labels != labels2).sum()
        assert np.allclose(centres, centres2, atol=1e-8), "centres differ from a loop version"
        assert abs(inertia - inertia2) < 1e-8 * inertia2, "inertia is %r, a loop version gives %r" % (inertia, inertia2)


def check_consistent(sol, np, rng):
    for seed in range(6):
        X = rng.uniform(size=(150, 2))
        centres, labels, inertia = _kmeans(sol, np, X, 6, 2, seed)
        d2 = ((X[:, None, :] - centres[None]) ** 2).sum(-1)
        own = d2[np.arange(150), labels]
        assert (own <= d2.min(1) + 1e-12).all(), "a row is labelled with a centre that is not its nearest returned centre"
        assert abs(inertia - own.sum()) < 1e-8 * own.sum(), (
            "inertia is %r; the returned centres and labels give %r" % (inertia, float(own.sum())))


def check_decreases(sol, np, rng):
    X = np.random.default_rng(5).uniform(size=(200, 3))
    centres, before = X[:7], np.inf
    for round_ in range(12):
        centres, _, inertia = _step(sol, np, X, centres)
        assert inertia <= before + 1e-9, "inertia rose from %r to %r in round %d" % (before, inertia, round_)
        before = inertia
    for seed in range(3):
        runs = [_kmeans(sol, np, X, 7, iters, seed)[2] for iters in (1, 2, 4, 8, 16)]
        assert all(b <= a + 1e-9 for a, b in zip(runs, runs[1:])), (
            "for one seed, inertia must not rise with iters 1, 2, 4, 8, 16; got %s" % runs)
        assert runs[-1] < runs[0], "sixteen rounds are no better than one: %s" % runs


def check_blobs(sol, np, rng):
    square = [[0, 0], [1000, 0], [0, 1000], [1000, 1000]]
    pairs = [[0, 0], [1000, 0], [1e6, 0], [1e6, 1000], [0, 1e6], [1000, 1e6]]
    _find_blobs(sol, np, rng, square, (30, 40, 50, 5), 1e-6)
    _find_blobs(sol, np, rng, pairs, (30, 40, 50, 5, 30, 20), 1e-2)  # rounding is visible at this range
    grid = [[1000 * i, 1000 * j] for i in range(3) for j in range(3)]
    _find_blobs(sol, np, rng, grid, (10,) * 9, 1e-6, scale=1e-6)  # chances do not depend on the unit


def _find_blobs(sol, np, rng, where, sizes, rtol, scale=1.0):
    X, truth = _blobs(np, rng, where, sizes)
    X *= scale
    k = len(where)
    found = None
    for seed in range(6):
        p = rng.permutation(len(X))
        _, labels, inertia = _kmeans(sol, np, X[p], k, 10, seed)
        pairs = set(zip(labels.tolist(), truth[p].tolist()))
        assert len(pairs) == k, "%d blobs far apart are not found (seed %d): k-means++ must place a centre in each" % (k, seed)
        found = inertia if found is None else found
        assert abs(inertia - found) < rtol * found, "another order of the rows gives inertia %r instead of %r" % (inertia, found)


def check_extremes(sol, np, rng):
    X = rng.normal(size=(12, 2))
    for seed in range(3):
        _, labels, inertia = _kmeans(sol, np, X, 12, 5, seed)
        assert abs(inertia) < 1e-12, "with k = n the inertia must be 0, got %r" % inertia
        assert len(set(labels.tolist())) == 12, "with k = n every row must have its own cluster"
    same = np.ones((6, 2))
    _, _, inertia = _kmeans(sol, np, same, 3, 4, 0)
    assert inertia == 0.0, "six equal rows have inertia 0, got %r" % inertia
    twice = np.repeat(np.array([[0.0, 0.0], [5.0, 0.0]]), 4, axis=0)
    for seed in range(4):
        _, _, inertia = _kmeans(sol, np, twice, 2, 4, seed)
        assert inertia == 0.0, "two distinct points, k=2: inertia must be 0, got %r (seed %d)" % (inertia, seed)


def check_empty(sol, np, rng):
    X = np.array([[0.0, 0.0], [1.0, 0.0], [2.0, 0.0], [9.0, 0.0]])
    centres, labels, inertia = _step(sol, np, X, np.array([[1.0, 0.0], [50.0, 50.0]]))
    assert (labels == 0).all(), "every row is nearest to centre 0, got %s" % labels
    assert np.allclose(centres[1], [9.0, 0.0]), (
        "centre 1 received no row and must move to the farthest row (9, 0), got %s" % centres[1])
    assert np.allclose(centres[0], [3.0, 0.0]), "centre 0 must be the mean (3, 0) of its rows, got %s" % centres[0]
    _, _, after = _step(sol, np, X, centres)
    assert after <= inertia, "after moving an empty centre the inertia rose from %r to %r" % (inertia, after)
    far = np.array([[80.0, 80.0], [2.0, 0.0], [-90.0, 90.0]])
    centres, _, _ = _step(sol, np, X, far)
    assert np.allclose(centres[[0, 2]], [[9.0, 0.0], [0.0, 0.0]]), (
        "two empty centres must take (9, 0) and (0, 0) in this order, got %s" % centres[[0, 2]])


def check_seeded(sol, np, rng):
    X = rng.uniform(size=(80, 2))
    first = _kmeans(sol, np, X, 8, 3, 11)
    others = [_kmeans(sol, np, X, 8, 3, seed)[2] for seed in range(8)]
    again = _kmeans(sol, np, X, 8, 3, 11)
    assert (first[0] == again[0]).all() and (first[1] == again[1]).all() and first[2] == again[2], (
        "the same seed gave two different results")
    assert len(set(others)) > 1, "eight seeds gave one and the same result: the seed is not used"


def check_far_origin(sol, np, rng):
    X, truth = _blobs(np, rng, [[0, 0], [50, 0], [0, 50], [50, 50]], (20, 20, 20, 20))
    X = np.round(X, 1)
    start = np.array([X[truth == j][0] for j in range(4)])
    _, labels, inertia = _step(sol, np, X, start)
    offset = 2.0 ** 27
    moved, labels2, inertia2 = _step(sol, np, X + offset, start + offset)
    assert (labels == labels2).all(), "adding 134217728 to all values changes %d labels" % (labels != labels2).sum()
    assert abs(inertia - inertia2) < 1e-3 * inertia, (
        "adding 134217728 to all values changes the inertia from %r to %r" % (inertia, inertia2))


def check_vectorised(sol, np, rng):
    X = rng.uniform(size=(60000, 4))
    for _ in range(3):
        _kmeans(sol, np, X, 6, 10, 0)
        took = sol.last_call_ms
        if took < 1500:
            return
    assert False, "60000 rows, 4 columns, k=6, 10 rounds took %.0f ms; the limit is 1500 ms" % took
