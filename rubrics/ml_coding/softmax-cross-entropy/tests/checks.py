"""Checks of softmax-cross-entropy: check_<id>(sol, np, rng) raises AssertionError with a message for the candidate."""
import math
import time


def _slow(np, Z, y, smoothing, ignore):
    n, K = Z.shape
    losses, grads, rows = [], [], []
    for i in range(n):
        if y[i] == ignore:
            continue
        z = [float(v) for v in Z[i]]
        top = max(z)
        log_total = math.log(math.fsum(math.exp(v - top) for v in z))
        q = [smoothing / K + (1 - smoothing if k == y[i] else 0.0) for k in range(K)]
        losses.append(-math.fsum(q[k] * (z[k] - top - log_total) for k in range(K)))
        grads.append([math.exp(z[k] - top - log_total) - q[k] for k in range(K)])
        rows.append(i)
    dZ = np.zeros((n, K))
    for i, g in zip(rows, grads):
        dZ[i] = [v / len(rows) for v in g]
    return (math.fsum(losses) / len(rows) if rows else 0.0), dZ


def _call(sol, np, Z, y, smoothing=0.0, ignore=-100):
    got = sol.softmax_ce(Z, y, smoothing, ignore)
    assert isinstance(got, (tuple, list)) and len(got) == 2, "softmax_ce must return (loss, dZ), got %s" % type(got).__name__
    assert np.ndim(got[0]) == 0, "the loss must be one number, got shape %s" % (np.shape(got[0]),)
    dZ = np.asarray(got[1])
    assert dZ.shape == Z.shape, "dZ has shape %s, expected %s" % (dZ.shape, Z.shape)
    return float(got[0]), dZ


def _same(np, got, want, what, tol=1e-9):
    assert abs(got[0] - want[0]) <= tol * max(1.0, abs(want[0])), "%s: the loss is %r, expected %r" % (what, got[0], want[0])
    gap = np.abs(got[1] - want[1])
    at = np.unravel_index(np.argmax(np.where(np.isnan(gap), np.inf, gap)), gap.shape)
    assert gap[at] <= tol, "%s: dZ at %s is %r, expected %r" % (
        what, tuple(int(i) for i in at), float(got[1][at]), float(want[1][at]))


def check_shape(sol, np, rng):
    for n, K in ((1, 1), (1, 4), (6, 3)):
        Z, y = rng.normal(size=(n, K)), rng.integers(K, size=n)
        for dtype in (np.float64, np.float32):
            for smoothing in (0.0, 0.1):
                _, dZ = _call(sol, np, Z.astype(dtype), y, smoothing)
                assert dZ.dtype == dtype, "for scores in %s dZ is %s" % (np.dtype(dtype), dZ.dtype)
    loss, dZ = _call(sol, np, np.array([[3.0]]), np.array([0]))
    assert abs(loss) < 1e-12 and abs(dZ[0, 0]) < 1e-12, "a single class costs nothing, got loss %r" % loss


def check_uniform(sol, np, rng):
    for K in (2, 5, 30):
        for smoothing in (0.0, 0.3):
            Z = np.repeat(rng.normal(size=(7, 1)), K, axis=1)
            loss, _ = _call(sol, np, Z, rng.integers(K, size=7), smoothing)
            assert abs(loss - math.log(K)) < 1e-9, "%d equal scores must cost ln %d = %.6f, got %r" % (K, K, math.log(K), loss)


def check_reference(sol, np, rng):
    for _ in range(12):
        n, K = int(rng.integers(3, 9)), int(rng.integers(3, 7))
        Z, y = rng.normal(scale=3.0, size=(n, K)), rng.integers(K, size=n)
        y[0] = -100
        for smoothing in (0.0, 0.1, 0.6):
            _same(np, _call(sol, np, Z, y, smoothing), _slow(np, Z, y, smoothing, -100), "smoothing %g" % smoothing)


def check_gradient(sol, np, rng):
    h = 1e-5
    for smoothing in (0.0, 0.25):
        Z, y = rng.normal(size=(5, 4)), np.array([0, 3, -100, 1, 1])
        _, dZ = _call(sol, np, Z, y, smoothing)
        for at in np.ndindex(Z.shape):
            up, down = Z.copy(), Z.copy()
            up[at] += h
            down[at] -= h
            want = (_slow(np, up, y, smoothing, -100)[0] - _slow(np, down, y, smoothing, -100)[0]) / (2 * h)
            assert abs(dZ[at] - want) < 1e-7, "dZ at %s is %r, a central difference gives %r (smoothing %g)" % (
                at, float(dZ[at]), want, smoothing)


def check_rows_cancel(sol, np, rng):
    Z, y = rng.normal(size=(8, 5)), rng.integers(5, size=8)
    y[:3] = -100
    for smoothing in (0.0, 0.4):
        _, dZ = _call(sol, np, Z, y, smoothing)
        worst = np.abs(dZ.sum(axis=1)).max()
        assert worst < 1e-12, "a row of dZ sums to %g instead of 0" % worst
        alone = np.concatenate([_call(sol, np, Z[i:i + 1], y[i:i + 1], smoothing)[1] for i in range(3, 8)])
        assert np.allclose(dZ[3:] * 5, alone, atol=1e-12), "with five counted rows each must get a fifth of its own gradient"


def check_shift(sol, np, rng):
    Z, y = rng.normal(size=(6, 4)), rng.integers(4, size=6)
    moved = Z + rng.uniform(-3000, 3000, size=(6, 1))
    for smoothing in (0.0, 0.2):
        _same(np, _call(sol, np, moved, y, smoothing), _call(sol, np, Z, y, smoothing), "after adding a constant to each row", 1e-8)


def check_ignored(sol, np, rng):
    Z, y = rng.normal(size=(6, 4)), np.array([1, 0, 3, 0, 2, 2])
    for ignore in (-100, -1, 4, 99, 0):
        labels = np.where(y == 0, ignore, y)
        wild = Z.copy()
        wild[y == 0] = rng.uniform(-1e4, 1e4, size=(2, 4))
        for smoothing in (0.0, 0.3):
            loss, dZ = _call(sol, np, wild, labels, smoothing, ignore)
            assert (dZ[y == 0] == 0).all(), "an ignored row (ignore=%d) has a gradient other than 0" % ignore
            want = _slow(np, Z[y != 0], y[y != 0], smoothing, -100)
            _same(np, (loss, dZ[y != 0]), want, "with two of six rows ignored (ignore=%d)" % ignore)
    labels = np.array([3, 2, 1, 0, 3, 2])
    _same(np, _call(sol, np, Z, labels, 0.1, 7), _slow(np, Z, labels, 0.1, 7), "with a value of ignore that no row has")


def check_all_ignored(sol, np, rng):
    Z = rng.normal(size=(4, 3))
    for ignore in (-100, 2):
        loss, dZ = _call(sol, np, Z, np.full(4, ignore), 0.1, ignore)
        assert loss == 0.0, "with every row ignored the loss must be 0, got %r" % loss
        assert (dZ == 0).all(), "with every row ignored dZ must be all zeros"


def check_stable(sol, np, rng):
    Z = np.array([[1e4, -1e4, 0.0], [-1e4, -1e4, -9990.0], [5.0, 4000.0, 3.0]])
    for y in (np.array([0, 2, 1]), np.array([1, 0, 2])):
        for smoothing in (0.0, 0.3):
            want = _slow(np, Z, y, smoothing, -100)
            _same(np, _call(sol, np, Z, y, smoothing), want, "with scores of 1e4")
            _same(np, _call(sol, np, Z.astype(np.float32), y, smoothing), want, "with scores of 1e4 in float32", 1e-4)


def check_permute(sol, np, rng):
    Z, y = rng.normal(size=(7, 3)), np.array([0, 1, 2, -100, 1, -100, 0])
    order = rng.permutation(7)
    first = _call(sol, np, Z, y, 0.2)
    _same(np, _call(sol, np, Z[order], y[order], 0.2), (first[0], first[1][order]), "after reordering the rows", 1e-12)
    _same(np, _call(sol, np, Z, y, 0.2), first, "a second call with the same arguments", 1e-15)


def check_vectorised(sol, np, rng):
    Z, y = rng.normal(size=(6000, 10)), rng.integers(10, size=6000)
    y[::5] = -100
    start = time.process_time()
    _slow(np, Z, y, 0.1, -100)
    loop = (time.process_time() - start) * 1000
    best = math.inf
    for _ in range(3):
        _call(sol, np, Z, y, 0.1)
        best = min(best, sol.last_call_ms)
    assert best < loop / 4, "6000 rows of 10 classes took %.1f ms; a plain loop takes %.1f ms here" % (best, loop)
