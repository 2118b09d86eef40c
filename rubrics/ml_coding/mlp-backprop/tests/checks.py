"""Checks of mlp-backprop: check_<id>(sol, np, rng) raises AssertionError with a message for the candidate."""
import math
import time

NAMES = ("W1", "b1", "W2", "b2")


def _params(np, rng, d, h, K, scale=0.7):
    return {"W1": scale * rng.normal(size=(d, h)), "b1": scale * rng.normal(size=h),
            "W2": scale * rng.normal(size=(h, K)), "b2": scale * rng.normal(size=K)}


def _tables(np, got, like, what):
    assert isinstance(got, dict) and set(got) == set(NAMES), "%s must be a dict with the keys W1, b1, W2 and b2" % what
    out = {k: np.asarray(got[k]) for k in NAMES}
    for k in NAMES:
        assert out[k].shape == like[k], "%s: %s has shape %s, expected %s" % (what, k, out[k].shape, like[k])
        assert out[k].dtype == np.float64 and np.isfinite(out[k]).all(), "%s: %s must hold finite float64 numbers" % (what, k)
    return out


def _shapes(p):
    return {k: p[k].shape for k in NAMES}


def _point(sol, np, p, X, y, lam):
    out = sol.loss_and_grads(p, X, y, lam)
    assert isinstance(out, (tuple, list)) and len(out) == 2, "loss_and_grads must return (loss, grads), got %s" % type(out).__name__
    assert np.ndim(out[0]) == 0 and np.isfinite(out[0]), "the loss must be one finite number, got %r" % (out[0],)
    return float(out[0]), _tables(np, out[1], _shapes(p), "grads")


def _train(sol, np, p, X, y, lr, epochs, batch, lam, seed):
    out = sol.train(p, X, y, lr, epochs, batch, lam, seed)
    assert isinstance(out, (tuple, list)) and len(out) == 2, "train must return (params, losses), got %s" % type(out).__name__
    losses = np.asarray(out[1])
    assert losses.shape == (epochs,), "losses has shape %s, expected (%d,)" % (losses.shape, epochs)
    return _tables(np, out[0], _shapes(p), "the trained params"), losses


def _scores(p, row):
    h, K = len(p["b1"]), len(p["b2"])
    act = [max(0.0, math.fsum(float(row[i]) * float(p["W1"][i, j]) for i in range(len(row))) + float(p["b1"][j])) for j in range(h)]
    return act, [math.fsum(act[j] * float(p["W2"][j, k]) for j in range(h)) + float(p["b2"][k]) for k in range(K)]


def _slow(np, p, X, y, lam):
    """Loss and gradients row by row, unit by unit."""
    n = len(y)
    grads = {k: np.zeros(p[k].shape) for k in NAMES}
    losses = []
    for row, t in zip(X, y):
        act, z = _scores(p, row)
        top = max(z)
        total = math.fsum(math.exp(v - top) for v in z)
        losses.append(top + math.log(total) - z[t])
        delta = [math.exp(v - top) / total - (k == t) for k, v in enumerate(z)]
        for j, a in enumerate(act):
            for k, v in enumerate(delta):
                grads["W2"][j, k] += a * v / n
            back = sum(v * float(p["W2"][j, k]) for k, v in enumerate(delta)) if a > 0 else 0.0
            grads["b1"][j] += back / n
            for i in range(len(row)):
                grads["W1"][i, j] += row[i] * back / n
        grads["b2"] += np.array(delta) / n
    penalty = math.fsum(float(v) ** 2 for k in ("W1", "W2") for v in p[k].ravel())
    for k in ("W1", "W2"):
        grads[k] += lam * p[k]
    return math.fsum(losses) / n + 0.5 * lam * penalty, grads


def _step(np, p, X, y, lr, lam):
    _, grads = _slow(np, p, X, y, lam)
    return {k: p[k] - lr * grads[k] for k in NAMES}


def _close(np, got, want, what, tol=1e-9):
    for k in NAMES:
        gap = np.abs(got[k] - want[k]).max()
        assert gap <= tol * max(1.0, np.abs(want[k]).max()), "%s: %s is off by up to %.3g" % (what, k, gap)


def _spirals(np, rng, n=150):
    t = np.linspace(0.25, 1.75, n)
    angle = t * 2.6 + np.pi * (np.arange(n) % 2)
    X = np.stack([t * np.cos(angle), t * np.sin(angle)], axis=1) + rng.normal(scale=0.03, size=(n, 2))
    return X, np.arange(n) % 2


def check_shape(sol, np, rng):
    p = _tables(np, sol.init_params(3, 5, 4, 0), {"W1": (3, 5), "b1": (5,), "W2": (5, 4), "b2": (4,)}, "init_params")
    for n in (1, 6):
        X, y = rng.normal(size=(n, 3)), rng.integers(4, size=n)
        _point(sol, np, p, X, y, 0.1)
        _train(sol, np, p, X, y, 0.1, 3, 2, 0.0, 1)
        labels = np.asarray(sol.predict(p, X))
        assert labels.shape == (n,) and labels.dtype.kind in "iu", "predict must return %d integers" % n


def check_uniform(sol, np, rng):
    for K in (1, 2, 10):
        p = {k: np.zeros_like(v) for k, v in _params(np, rng, 4, 6, K).items()}
        loss, _ = _point(sol, np, p, rng.normal(size=(8, 4)), rng.integers(K, size=8), 0.5)
        assert abs(loss - math.log(K)) < 1e-12, "zero weights and %d classes: the loss must be ln %d, got %r" % (K, K, loss)


def check_init(sol, np, rng):
    for d, h, K in ((50, 200, 10), (800, 40, 100)):
        p = sol.init_params(d, h, K, int(rng.integers(1 << 30)))
        for k, spread in (("W1", math.sqrt(2 / d)), ("W2", 0.01)):
            v = np.asarray(p[k]) / spread
            assert abs(v.mean()) < 5 / math.sqrt(v.size), "%s of %d inputs: the mean is not 0" % (k, d)
            assert abs(v.std() - 1) < 5 / math.sqrt(2 * v.size), "%s: the standard deviation is %.4g, expected about %.4g" % (k, v.std() * spread, spread)
            assert abs((v ** 4).mean() - 3) < 5 * math.sqrt(96 / v.size), "%s is not normally distributed" % k
        assert not np.any(p["b1"]) and not np.any(p["b2"]), "the biases must start at zero"
    a, b, c = (np.asarray(sol.init_params(4, 5, 3, s)["W1"]) for s in (3, 3, 4))
    assert np.array_equal(a, b), "the same seed must give the same weights"
    assert not np.array_equal(a, c), "another seed must give other weights"


def check_reference(sol, np, rng):
    for trial in range(12):
        n, d, h, K = (int(v) for v in rng.integers(1, 7, size=4))
        p, X, y = _params(np, rng, d, h, K), rng.normal(size=(n, d)), rng.integers(K, size=n)
        lam = (0.0, 0.3)[trial % 2]
        what = "%d rows, d=%d, h=%d, K=%d, lam=%g" % (n, d, h, K, lam)
        loss, grads = _point(sol, np, p, X, y, lam)
        want, slopes = _slow(np, p, X, y, lam)
        assert abs(loss - want) < 1e-9, "%s: the loss is %r, expected %r" % (what, loss, want)
        _close(np, grads, slopes, what)
        labels = np.asarray(sol.predict(p, X)).tolist()
        best = [max(range(K), key=lambda k: _scores(p, row)[1][k]) for row in X]
        assert labels == best, "%s: predict gives %s, expected %s" % (what, labels, best)


def check_gradient(sol, np, rng):
    for lam in (0.0, 0.4):
        p, X, y = _params(np, rng, 3, 4, 3), rng.normal(size=(7, 3)), rng.integers(3, size=7)
        _, grads = _point(sol, np, p, X, y, lam)
        for k in NAMES:
            for i in np.ndindex(p[k].shape):
                move = {m: v.copy() for m, v in p.items()}
                move[k][i] += 1e-6
                up = float(sol.loss_and_grads(move, X, y, lam)[0])
                move[k][i] -= 2e-6
                diff = (up - float(sol.loss_and_grads(move, X, y, lam)[0])) / 2e-6
                assert abs(grads[k][i] - diff) <= 1e-5 * max(1.0, abs(diff)), (
                    "%s%s is %.8g, a central difference gives %.8g (lam=%g)" % (k, list(i), grads[k][i], diff, lam))


def check_kink(sol, np, rng):
    p = _params(np, rng, 2, 3, 2)
    p["W1"][:], p["b1"][:] = 0.0, [0.0, 1.0, -1.0]
    _, grads = _point(sol, np, p, rng.normal(size=(5, 2)), np.array([0, 0, 0, 1, 0]), 0.0)
    assert not grads["W1"][:, [0, 2]].any() and not grads["b1"][[0, 2]].any(), "a unit whose input is 0 or negative passes no gradient back"
    assert grads["W1"][:, 1].any() and grads["b1"][1] != 0, "a unit whose input is positive passes gradient back"


def check_stable(sol, np, rng):
    p = {"W1": np.eye(2), "b1": np.zeros(2), "W2": np.array([[1e4, 0.0], [0.0, 1e4]]), "b2": np.zeros(2)}
    X, y = np.array([[1.0, 0.0], [0.0, 1.0], [1.0, 0.0]]), np.array([0, 1, 1])
    loss, grads = _point(sol, np, p, X, y, 0.0)
    assert abs(loss - 1e4 / 3) < 1e-6, "scores of 1e4, one row of three wrong: the loss must be 3333.33, got %r" % loss
    assert np.allclose(grads["b2"], [1 / 3, -1 / 3], atol=1e-12), "scores of 1e4: db2 is %s, expected (1/3, -1/3)" % grads["b2"]


def check_full_batch(sol, np, rng):
    X, y = rng.normal(size=(5, 2)), rng.integers(3, size=5)
    p = _params(np, rng, 2, 4, 3)
    for batch in (5, 64):
        got, losses = _train(sol, np, p, X, y, 0.3, 6, batch, 0.05, 9)
        want = p
        for e in range(6):
            want = _step(np, want, X, y, 0.3, 0.05)
            loss = _slow(np, want, X, y, 0.05)[0]
            assert abs(losses[e] - loss) < 1e-8, "batch %d of 5 rows: losses[%d] is %r, after that epoch it must be %r" % (batch, e, float(losses[e]), loss)
        _close(np, got, want, "batch %d of 5 rows, six epochs" % batch)


def check_batches(sol, np, rng):
    X, y, p = rng.normal(size=(2, 2)), np.array([0, 1]), _params(np, rng, 2, 3, 2)
    _, losses = _train(sol, np, p, X, y, 0.3, 24, 1, 0.02, int(rng.integers(1000)))
    orders = []
    for e, loss in enumerate(losses):
        ends = []
        for order in ((0, 1), (1, 0)):
            q = p
            for i in order:
                q = _step(np, q, X[i:i + 1], y[i:i + 1], 0.3, 0.02)
            ends.append((abs(_slow(np, q, X, y, 0.02)[0] - loss), order, q))
        gap, order, p = min(ends, key=lambda v: v[0])
        assert gap < 1e-8, "two rows in batches of 1: losses[%d] fits neither order of the two updates" % e
        if abs(ends[0][0] - ends[1][0]) > 1e-7:
            orders.append(order)
    assert len(orders) < 15 or len(set(orders)) == 2, "two rows in batches of 1 come in the same order in all of %d epochs" % len(orders)


def check_last_batch(sol, np, rng):
    X, y = np.repeat(rng.normal(size=(1, 3)), 7, axis=0), np.full(7, 1)
    p = _params(np, rng, 3, 4, 3)
    for batch, updates in ((3, 3), (7, 1), (6, 2), (2, 4)):
        got, _ = _train(sol, np, p, X, y, 0.05, 1, batch, 0.0, 2)
        want = p
        for _ in range(updates):
            want = _step(np, want, X[:1], y[:1], 0.05, 0.0)
        _close(np, got, want, "seven equal rows in batches of %d must make %d updates an epoch" % (batch, updates))
    X, y = rng.normal(size=(12, 3)), rng.integers(3, size=12)
    got, _ = _train(sol, np, p, X, y, 1e-7, 1, 4, 0.0, 5)
    slopes = _slow(np, p, X, y, 0.0)[1]
    for k in NAMES:
        assert np.allclose((p[k] - got[k]) / 3e-7, slopes[k], atol=1e-5), "one epoch with a tiny step must use every row once (%s)" % k


def check_learns(sol, np, rng):
    X = np.tile([[-1.0, -1.0], [-1.0, 1.0], [1.0, -1.0], [1.0, 1.0]], (5, 1))
    y = np.tile([0, 1, 1, 0], 5)
    p, losses = _train(sol, np, sol.init_params(2, 32, 2, 1), X, y, 0.3, 150, 5, 0.0, 3)
    assert (np.asarray(sol.predict(p, X)) == y).all(), "XOR with 32 hidden units is not learnt in 150 epochs"
    X, y = _spirals(np, rng)
    p, losses = _train(sol, np, sol.init_params(2, 64, 2, 2), X, y, 0.5, 150, 15, 0.0, 4)
    assert losses[-1] < 0.5 * math.log(2), "two spirals: after 150 epochs the loss is %.3f, more than half of ln 2" % losses[-1]


def check_repeat(sol, np, rng):
    X, y = rng.normal(size=(20, 3)), rng.integers(3, size=20)
    p = _params(np, rng, 3, 5, 3)
    one, two, three = (_train(sol, np, p, X, y, 0.2, 3, 4, 0.01, s)[0] for s in (5, 5, 6))
    assert all(np.array_equal(one[k], two[k]) for k in NAMES), "the same seed must give the same params"
    assert any(not np.allclose(one[k], three[k], atol=1e-9) for k in NAMES), "another seed must give another order of the rows"


def check_vectorised(sol, np, rng):
    p, X, y = _params(np, rng, 20, 16, 5), rng.normal(size=(4000, 20)), rng.integers(5, size=4000)
    start = time.process_time()
    for row in X:                       # the forward pass alone, a row at a time
        z = np.maximum(row @ p["W1"] + p["b1"], 0.0) @ p["W2"] + p["b2"]
        np.exp(z - z.max()).sum()
    loop, best = (time.process_time() - start) * 1000, math.inf
    for _ in range(3):
        _point(sol, np, p, X, y, 0.1)
        best = min(best, sol.last_call_ms)
        if best < loop / 2:
            return
    assert False, "4000 rows took %.1f ms; a loop over the rows needs %.1f ms for the forward pass alone" % (best, loop)
