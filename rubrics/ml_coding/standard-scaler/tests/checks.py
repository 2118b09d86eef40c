"""Checks of standard-scaler: check_<id>(sol, np, rng) raises AssertionError with a message for the candidate."""
import math
import time

KINDS = ("standard", "minmax", "robust")


def _quantile(values, q):
    at = q * (len(values) - 1)
    i = math.floor(at)
    return values[i] if i + 1 == len(values) else values[i] + (at - i) * (values[i + 1] - values[i])


def _learn(kind, column):
    """Centre and spread of one column, value by value."""
    values = sorted(float(v) for v in column if not math.isnan(v))
    if not values:
        return 0.0, 1.0
    n, (low, high) = len(values), (values[0], values[-1])
    if kind == "standard":
        centre = math.fsum(values) / n
        spread = math.sqrt(math.fsum((v - centre) ** 2 for v in values) / n)
    elif kind == "minmax":
        centre, spread = low, high - low
    else:
        centre, spread = _quantile(values, 0.5), _quantile(values, 0.75) - _quantile(values, 0.25)
    return centre, 1.0 if spread == 0 or high - low <= 1e-12 * max(abs(low), abs(high)) else spread


def _slow(np, kind, train, X):
    out = np.empty(X.shape)
    for j in range(X.shape[1]):
        centre, spread = _learn(kind, train[:, j])
        for i in range(len(X)):
            out[i, j] = (X[i, j] - centre) / spread
    return out


def _fit(sol, kind, train):
    scaler = sol.Scaler(kind)
    scaler.fit(train)
    return scaler


def _table(np, got, X, what):
    got = np.asarray(got)
    assert got.shape == X.shape, "%s has shape %s, expected %s" % (what, got.shape, X.shape)
    assert got.dtype.kind == "f", "%s must hold floats, got %s" % (what, got.dtype)
    return got


def _close(np, got, want, what, rtol=1e-9, atol=1e-9):
    wrong = np.isnan(got) != np.isnan(want)
    wrong |= np.abs(np.nan_to_num(got) - np.nan_to_num(want)) > atol + rtol * np.abs(np.nan_to_num(want))
    if wrong.any():
        at = tuple(int(v) for v in np.argwhere(wrong)[0])
        assert False, "%s: entry %s is %r, expected %r" % (what, at, float(got[at]), float(want[at]))


def _agree(sol, np, kind, train, X, what, rtol=1e-9, atol=1e-9):
    scaler = _fit(sol, kind, train)
    Z, want = _table(np, scaler.transform(X), X, "transform"), _slow(np, kind, train, X)
    _close(np, Z, want, "%s, %s" % (kind, what), rtol, atol)
    return scaler, Z


def check_shape(sol, np, rng):
    for kind in KINDS:
        for n, d, m in ((1, 1, 1), (5, 3, 2), (4, 1, 9)):
            scaler, X = _fit(sol, kind, rng.normal(size=(n, d))), rng.normal(size=(m, d))
            _table(np, scaler.inverse(_table(np, scaler.transform(X), X, "transform")), X, "inverse")


def check_hand(sol, np, rng):
    train = np.array([[1.0], [3.0], [5.0], [11.0]])
    new = np.array([[5.0], [15.0]])
    # mean 5, variance (16 + 4 + 0 + 36) / 4 = 14; range 1 to 11; quartiles at positions 0.75, 1.5 and 2.25: 2.5, 4 and 6.5
    for kind, want in (("standard", [0.0, 10 / math.sqrt(14)]), ("minmax", [0.4, 1.4]), ("robust", [0.25, 2.75])):
        got = _table(np, _fit(sol, kind, train).transform(new), new, "transform").ravel()
        assert np.allclose(got, want, atol=1e-12), "%s, learnt from 1, 3, 5, 11: 5 and 15 become %s, expected %s" % (kind, got.tolist(), want)


def check_reference(sol, np, rng):
    for kind in KINDS:
        for _ in range(15):
            n, d, m = (int(v) for v in rng.integers(1, 9, size=3))
            scale = 10.0 ** rng.integers(-3, 5, size=d)
            train, X = scale * (rng.normal(size=(n, d)) + 2), scale * (rng.normal(size=(m, d)) + 2)
            if rng.random() < 0.5:
                train, X = np.round(train / scale), np.round(X / scale)
            _agree(sol, np, kind, train, X, "%d rows learnt, %d transformed" % (n, m))


def check_train_only(sol, np, rng):
    for kind in KINDS:
        train, new = rng.normal(size=(20, 3)), 50 + 9 * rng.normal(size=(7, 3))
        scaler, Z = _agree(sol, np, kind, train, new, "rows far from the learnt ones")
        alone = np.concatenate([_table(np, scaler.transform(new[i:i + 1]), new[:1], "transform") for i in range(7)])
        _close(np, alone, Z, "%s, rows transformed one by one" % kind, 1e-12, 1e-12)
        before = _table(np, _fit(sol, kind, train).transform(train), train, "transform")
        _close(np, _table(np, scaler.transform(train), train, "transform"), before, "%s, after transforming other rows" % kind, 1e-12, 1e-12)


def check_refit(sol, np, rng):
    for kind in KINDS:
        first, second = rng.normal(size=(6, 2)), 5 + 3 * rng.normal(size=(9, 2))
        scaler = _fit(sol, kind, first)
        scaler.fit(second)
        _close(np, _table(np, scaler.transform(first), first, "transform"), _slow(np, kind, second, first), "%s, fitted a second time" % kind)
        other = _fit(sol, kind, first)
        _close(np, _table(np, scaler.transform(first), first, "transform"), _slow(np, kind, second, first), "%s, after another scaler was fitted" % kind)
        _close(np, _table(np, other.transform(first), first, "transform"), _slow(np, kind, first, first), "%s, the other scaler" % kind)


def check_missing(sol, np, rng):
    for kind in KINDS:
        for share in (0.2, 0.6):
            train, X = 3 + rng.normal(size=(12, 4)), rng.normal(size=(6, 4))
            train[rng.random(train.shape) < share] = np.nan
            X[rng.random(X.shape) < share] = np.nan
            train[:, 1] = np.nan
            scaler, Z = _agree(sol, np, kind, train, X, "with missing entries and a column that has nothing else")
            _close(np, _table(np, scaler.inverse(Z), X, "inverse"), X, "%s, there and back with missing entries" % kind)


def check_constant(sol, np, rng):
    for kind in KINDS:
        for sign in (1.0, -1.0):
            wide = sign * (1e9 - np.array([[0.0], [4e-4], [9e-4], [1.5e-3]]))  # above it
            got = _table(np, _fit(sol, kind, wide).transform(wide), wide, "transform")
            assert 0.5 < got.max() - got.min() < 5, "%s: a range of 1.5e-3 around %g is no constant, got %s" % (kind, sign * 1e9, got.ravel().tolist())
        train = np.column_stack([np.full(10, 0.1), np.full(10, -7e8 / 3), np.zeros(10), rng.normal(size=10)])
        scaler, Z = _agree(sol, np, kind, train, train, "constant columns", 1e-9, 1e-5)
        assert (np.abs(Z[:, :3]) < 1e-6).all(), "%s: a constant column must become 0, got %s" % (kind, Z[0, :3].tolist())
        new = train + 2.0
        got = _table(np, scaler.transform(new), new, "transform")[:, :3]
        assert np.allclose(got, 2.0, atol=1e-5), "%s: a constant column has spread 1, so 2 more must become 2, got %s" % (kind, got[0].tolist())
        tight = np.array([[1.0], [1.0 + 4e-11], [1.0 - 4e-11], [1.0 + 2e-11]])      # a range of 8e-11 is no constant
        got = _table(np, _fit(sol, kind, tight).transform(tight), tight, "transform")
        assert 0.5 < got.max() - got.min() < 4, "%s: a range of 8e-11 around 1 is above the limit and must be stretched, got %s" % (kind, got.ravel().tolist())
        for sign in (1.0, -1.0):
            wide = sign * (1e9 - np.array([[0.0], [2.5e-4], [5e-4], [8e-4]]))  # below the limit of 1e-3
            got = _table(np, _fit(sol, kind, wide).transform(wide), wide, "transform")
            assert np.abs(got).max() < 1e-3, "%s: a range of 8e-4 around %g counts as constant, got %s" % (kind, sign * 1e9, got.ravel().tolist())


def check_no_quartiles(sol, np, rng):
    train = np.array([[5.0]] * 9 + [[8.0], [-1.0]])
    got = _table(np, _fit(sol, "robust", train).transform(train), train, "transform").ravel()
    assert np.allclose(got, train.ravel() - 5.0, atol=1e-12), "robust, equal quartiles: the spread is 1, so 8 and -1 become 3 and -6, got %s" % got[-2:].tolist()


def check_round_trip(sol, np, rng):
    for kind in KINDS:
        train, X = 100 * rng.normal(size=(30, 4)) + 1e4, 100 * rng.normal(size=(8, 4))
        scaler = _fit(sol, kind, train)
        back = _table(np, scaler.inverse(_table(np, scaler.transform(X), X, "transform")), X, "inverse")
        _close(np, back, X, "%s, there and back" % kind, 1e-10, 1e-8)
        Z = rng.normal(size=(3, 4))
        centre, spread = np.array([_learn(kind, c) for c in train.T]).T
        _close(np, _table(np, scaler.inverse(Z), Z, "inverse"), Z * spread + centre, "%s, inverse alone" % kind)


def check_outlier(sol, np, rng):
    train = rng.normal(size=(41, 1))
    spoilt = train.copy()
    spoilt[int(np.argmax(train))] = 1e8
    a, b = (_table(np, _fit(sol, "robust", t).transform(train), train, "transform") for t in (train, spoilt))
    _close(np, b, a, "robust, the largest of 41 values replaced by 1e8", 1e-12, 1e-12)


def check_offset(sol, np, rng):
    base = rng.integers(-50, 50, size=(200, 2)).astype(float)
    for kind in KINDS:
        got = _table(np, _fit(sol, kind, base + 9e8).transform(base + 9e8), base, "transform")
        _close(np, got, _slow(np, kind, base, base), "%s, columns far away from zero" % kind, 1e-6, 1e-6)


def check_vectorised(sol, np, rng):
    X = rng.normal(size=(60000, 3))
    X[::7, 1] = np.nan
    for kind in KINDS:
        start = time.process_time()
        for a, b, c in X.tolist():
            if a == a and b == b and c == c:
                (a - 0.1) / 1.1, (b - 0.1) / 1.1, (c - 0.1) / 1.1
        loop = (time.process_time() - start) * 1000
        scaler, best = sol.Scaler(kind), math.inf
        for _ in range(4):
            scaler.fit(X)
            first = sol.last_call_ms
            scaler.transform(X)
            best = min(best, max(first / 6, sol.last_call_ms))
            if best < loop:
                break
        assert best < loop, "%s: 60000 rows took too long; neither fit nor transform may loop over the rows" % kind
