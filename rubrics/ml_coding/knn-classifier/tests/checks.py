"""Checks of knn-classifier: check_<id>(sol, np, rng) raises AssertionError with a message for the candidate."""


def _predict(sol, np, Xtr, ytr, Xte, k, metric="euclidean"):
    out = sol.knn_predict(Xtr, ytr, Xte, k, metric)
    got = np.asarray(out)
    assert got.shape == (len(Xte),), "result has shape %s, expected (%d,)" % (got.shape, len(Xte))
    return got


def _slow(np, Xtr, ytr, Xte, k, metric):
    result = []
    for q in Xte:
        distances = []
        for x in Xtr:
            if metric == "cosine":
                norms = float(np.sqrt(q @ q)) * float(np.sqrt(x @ x))
                distances.append(1.0 - float(q @ x) / norms if norms > 0 else 1.0)
            else:
                distances.append(sum((float(a) - float(b)) ** 2 for a, b in zip(q, x)))
        near = sorted(range(len(Xtr)), key=lambda i: (distances[i], i))[:k]
        votes = {}
        for i in near:
            votes[int(ytr[i])] = votes.get(int(ytr[i]), 0) + 1
        result.append(min(votes, key=lambda label: (-votes[label], label)))
    return np.array(result)


def _data(np, rng, n=40, m=15, d=3):
    return rng.normal(size=(n, d)), rng.choice([-4, 0, 7, 100], size=n), rng.normal(size=(m, d))


def check_shape(sol, np, rng):
    Xtr, ytr, Xte = _data(np, rng)
    for dtype in (np.int64, np.int32):
        for metric in ("euclidean", "cosine"):
            got = _predict(sol, np, Xtr, ytr.astype(dtype), Xte, 3, metric)
            assert got.dtype == dtype, "labels of type %s came back as %s" % (np.dtype(dtype), got.dtype)
            assert set(got.tolist()) <= set(ytr.tolist()), "a predicted label does not occur in ytr"
    whole = rng.integers(-9, 10, size=(20, 3)), rng.choice([-4, 0, 7], size=20), rng.integers(-9, 10, size=(6, 3))
    for metric in ("euclidean", "cosine"):
        got, want = _predict(sol, np, *whole, 1, metric), _slow(np, *whole, 1, metric)
        assert (got == want).all(), "with whole-number features %d of 6 %s predictions are wrong" % ((got != want).sum(), metric)
    _predict(sol, np, Xtr, ytr, Xte[:1], 1)
    _predict(sol, np, Xtr[:1], ytr[:1], Xte, 1)


def check_own_label(sol, np, rng):
    Xtr, ytr, _ = _data(np, rng, n=60)
    for metric in ("euclidean", "cosine"):
        got = _predict(sol, np, Xtr, ytr, Xtr, 1, metric)
        assert (got == ytr).all(), "k=1 on the training rows: %d rows do not get their own label (%s)" % (
            (got != ytr).sum(), metric)


def check_reference(sol, np, rng):
    for k in (1, 2, 5, 8):
        for metric in ("euclidean", "cosine"):
            Xtr, ytr, Xte = _data(np, rng)
            Xtr[:, 0] *= 3.0
            got, want = _predict(sol, np, Xtr, ytr, Xte, k, metric), _slow(np, Xtr, ytr, Xte, k, metric)
            bad = np.flatnonzero(got != want)
            assert len(bad) == 0, "k=%d, %s: query %d gets %d, a loop version gives %d" % (
                k, metric, bad[0], got[bad[0]], want[bad[0]])


def check_vote_tie(sol, np, rng):
    Xtr = np.array([[0.0], [1.0], [2.0], [3.0], [50.0]])
    got = _predict(sol, np, Xtr, np.array([9, 4, 4, 9, 1]), np.array([[0.1]]), 4)
    assert got[0] == 4, "labels 9 and 4 have two votes each: the smaller label 4 wins, got %d" % got[0]
    got = _predict(sol, np, Xtr, np.array([2, -3, 8, 5, -9]), np.array([[0.1], [2.9]]), 2)
    assert got.tolist() == [-3, 5], "one vote each for (2, -3) and (5, 8): expected [-3, 5], got %s" % got.tolist()


def check_distance_tie(sol, np, rng):
    Xtr = np.array([[3, 0], [0, 2], [-2, 0], [0, -2], [2, 0], [5, 5]])
    ytr = np.array([1, 8, 5, 3, 2, 0])
    centre = np.array([[0, 0]])
    got = [int(_predict(sol, np, Xtr, ytr, centre, k)[0]) for k in (1, 2)]
    assert got == [8, 5], (
        "rows 1-4 are equally near to (0, 0), so k=1 takes row 1 and k=2 rows 1 and 2: expected [8, 5], got %s" % got)
    n = 80
    grid, labels, queries = rng.integers(0, 3, size=(n, 2)), rng.integers(0, 5, size=n), rng.integers(0, 3, size=(12, 2))
    for k in (1, 3, 7, 20):
        got, want = _predict(sol, np, grid, labels, queries, k), _slow(np, grid, labels, queries, k, "euclidean")
        assert (got == want).all(), "on a grid with many equal distances, k=%d, %d of 12 queries differ" % (k, (got != want).sum())
    axes = np.array([[0.0, 4.0], [2.0, 0.0], [8.0, 0.0], [1.0, 0.0]])
    got = int(_predict(sol, np, axes, np.array([1, 6, 4, 2]), np.array([[16.0, 0.0]]), 1, "cosine")[0])
    assert got == 6, "rows 1-3 point the same way as the query: the first of them wins, expected 6, got %d" % got


def check_all_rows(sol, np, rng):
    Xtr, _, Xte = _data(np, rng, n=30)
    ytr = np.array([5] * 9 + [-2] * 11 + [3] * 10)
    for metric in ("euclidean", "cosine"):
        got = _predict(sol, np, Xtr, ytr, Xte, 30, metric)
        assert (got == -2).all(), "with k = n every query gets the most frequent label -2, got %s" % sorted(set(got.tolist()))


def check_cosine_scale(sol, np, rng):
    Xtr, ytr, Xte = _data(np, rng)
    plain = _predict(sol, np, Xtr, ytr, Xte, 5, "cosine")
    a, b = 2.0 ** rng.integers(-6, 7, size=(40, 1)), 2.0 ** rng.integers(-6, 7, size=(15, 1))
    got = _predict(sol, np, Xtr * a, ytr, Xte * b, 5, "cosine")
    assert (got == plain).all(), "the length of the rows changes %d of 15 cosine predictions" % (got != plain).sum()
    p = rng.permutation(15)
    got = _predict(sol, np, Xtr, ytr, Xte[p], 5, "cosine")
    assert (got == plain[p]).all(), "the order of the queries changes their predictions"


def check_zero_row(sol, np, rng):
    Xtr = np.array([[-1.0, 0.0], [0.0, 0.0], [1.0, 1.0], [-3.0, 1.0]])
    ytr = np.array([4, 7, 2, 5])
    got = _predict(sol, np, Xtr, ytr, np.array([[0.0, 0.0]]), 1, "cosine")
    assert got[0] == 4, "a query of zeros is at distance 1 from all rows: the first one, label 4, wins; got %d" % got[0]
    got = _predict(sol, np, Xtr, ytr, np.array([[1.0, 0.0]]), 2, "cosine")
    assert got[0] == 2, "the two nearest of (1, 0) are labels 2 and 7 (a row of zeros, distance 1): expected 2, got %d" % got[0]
    got = _predict(sol, np, Xtr[[1, 3]], ytr[[1, 3]], np.array([[1.0, 0.0]]), 1, "cosine")
    assert got[0] == 7, "a training row of zeros is at distance 1, nearer than an opposite one: expected 7, got %d" % got[0]


def check_vectorised(sol, np, rng):
    Xtr, Xte = rng.normal(size=(5000, 64)), rng.normal(size=(1000, 64))
    ytr = rng.integers(0, 10, size=5000)
    for _ in range(3):
        _predict(sol, np, Xtr, ytr, Xte, 5)
        took = sol.last_call_ms
        if took < 2000:
            return
    assert False, "5000 rows of width 64 and 1000 queries took %.0f ms; the limit is 2000 ms" % took
