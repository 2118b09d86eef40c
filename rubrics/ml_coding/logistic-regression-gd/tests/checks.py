"""Checks of logistic-regression-gd: check_<id>(sol, np, rng) raises AssertionError with a message for the candidate."""
import math


def _blobs(np, rng, n=200, d=3, gap=1.0):
    y = (np.arange(n) % 2).astype(np.int64)
    direction = np.ones(d) / math.sqrt(d)
    X = rng.normal(size=(n, d)) + np.where(y == 1, gap, -gap)[:, None] * direction
    return X, y


def _point(sol, np, X, y, w, b, lam):
    out = sol.LogReg().loss_and_grad(X, y, w, b, lam)
    assert isinstance(out, (tuple, list)) and len(out) == 3, (
        "loss_and_grad must return (J, dw, db), got %s" % type(out).__name__)
    loss, dw, db = out[0], np.asarray(out[1]), out[2]
    assert np.ndim(loss) == 0 and np.ndim(db) == 0, "J and db must be single numbers"
    assert dw.shape == (X.shape[1],), "dw has shape %s, expected (%d,)" % (dw.shape, X.shape[1])
    return float(loss), dw, float(db)


def _fit(model, np, X, y, lr, steps, lam):
    out = model.fit(X, y, lr, steps, lam)
    assert isinstance(out, (tuple, list)) and len(out) == 3, (
        "fit must return (w, b, losses), got %s" % type(out).__name__)
    w, b, losses = np.asarray(out[0]), out[1], np.asarray(out[2])
    assert w.shape == (X.shape[1],), "w has shape %s, expected (%d,)" % (w.shape, X.shape[1])
    assert np.ndim(b) == 0, "b must be one number, got shape %s" % (np.shape(b),)
    assert losses.shape == (steps,), "losses has shape %s, expected (%d,)" % (losses.shape, steps)
    assert np.isfinite(w).all() and np.isfinite(b) and np.isfinite(losses).all(), "fit gave values that are not finite"
    return w, float(b), losses


def _proba(model, np, X):
    p = np.asarray(model.predict_proba(X))
    assert p.shape == (len(X),), "predict_proba has shape %s, expected (%d,)" % (p.shape, len(X))
    assert ((p >= 0) & (p <= 1)).all(), "a probability lies outside of [0, 1] or is NaN"
    return p


def _slow_loss(np, X, y, w, b, lam):
    total = 0.0
    for x, t in zip(X, y):
        z = float(x @ w) + b
        margin = z if t == 1 else -z
        total += max(0.0, -margin) + math.log1p(math.exp(-abs(margin)))
    return total / len(y) + 0.5 * lam * float(w @ w)


def check_shape(sol, np, rng):
    X, y = _blobs(np, rng, n=20, d=3)
    model = sol.LogReg()
    w, _, losses = _fit(model, np, X, y, 0.1, 5, 0.0)
    assert w.dtype == np.float64 and losses.dtype == np.float64, (
        "w and losses must be float64, got %s and %s" % (w.dtype, losses.dtype))
    assert _proba(model, np, X[:7]).dtype == np.float64, "probabilities must be float64"
    _proba(model, np, X[:1])


def check_zero_start(sol, np, rng):
    X, y = _blobs(np, rng, n=31, d=4)
    loss, dw, db = _point(sol, np, X, y, np.zeros(4), 0.0, 0.7)
    assert abs(loss - math.log(2)) < 1e-12, "at zero weights J must be ln 2 = 0.693147, got %r" % loss
    want = X.T @ (0.5 - y) / 31
    assert np.allclose(dw, want, atol=1e-10), "at zero weights dw must be the mean of (0.5 - y) x"
    assert abs(db - float((0.5 - y).mean())) < 1e-10, "at zero weights db must be the mean of (0.5 - y), got %r" % db
    _, _, losses = _fit(sol.LogReg(), np, X, y, 0.1, 4, 0.7)
    assert abs(losses[0] - math.log(2)) < 1e-12, "losses[0] must be ln 2 whatever the data, got %r" % losses[0]


def check_gradient(sol, np, rng):
    for lam in (0.0, 0.8):
        X, y = _blobs(np, rng, n=25, d=4)
        w, b, eps = rng.normal(size=4), float(rng.normal()), 1e-5
        loss, dw, db = _point(sol, np, X, y, w, b, lam)
        want = _slow_loss(np, X, y, w, b, lam)
        assert abs(loss - want) < 1e-9, "J is %r, a loop over the rows gives %r (lam=%g)" % (loss, want, lam)
        got = np.append(dw, db)
        for i in range(5):
            move = np.zeros(5)
            move[i] = eps
            up = _slow_loss(np, X, y, w + move[:4], b + move[4], lam)
            down = _slow_loss(np, X, y, w - move[:4], b - move[4], lam)
            diff = (up - down) / (2 * eps)
            name = "db" if i == 4 else "dw[%d]" % i
            assert abs(got[i] - diff) <= 1e-5 * max(1.0, abs(diff)), (
                "%s is %r, a central difference gives %r (lam=%g)" % (name, float(got[i]), diff, lam))


def check_decreases(sol, np, rng):
    for lam in (0.0, 0.3):
        X, y = _blobs(np, rng, n=120, d=4)
        lr = 1.0 / (0.25 * float((X * X).sum(1).max() + 1) + lam)
        w, b, losses = _fit(sol.LogReg(), np, X, y, lr, 300, lam)
        rise = np.diff(losses).max()
        assert rise <= 1e-10, "J rose by %g in one update, with a learning rate that is safe" % rise
        end = _slow_loss(np, X, y, w, b, lam)
        assert end <= losses[-1] + 1e-10, "J at the returned weights is %g, above the last recorded %g" % (end, losses[-1])
        assert end < 0.9 * math.log(2), "after 300 updates J is still %g" % end


def check_stable(sol, np, rng):
    X = np.array([[1.0], [-1.0], [1.0], [-1.0]])
    y = np.array([1, 0, 0, 1])
    # scores are 1000, -1000, 1000, -1000: two rows right (loss 0), two wrong (loss 1000)
    loss, dw, db = _point(sol, np, X, y, np.array([1000.0]), 0.0, 0.0)
    assert abs(loss - 500.0) < 1e-9, "with scores of +-1000 and half of the rows wrong J must be 500, got %r" % loss
    assert abs(dw[0] - 0.5) < 1e-12 and abs(db) < 1e-12, (
        "with scores of +-1000 the gradient must be (0.5, 0), got (%r, %r)" % (float(dw[0]), db))
    loss, _, _ = _point(sol, np, X[[0, 3]], y[[0, 3]], np.array([0.0]), 40.0, 0.0)
    assert abs(loss) < 1e-9, "two right rows with score 40 must cost about 4e-18 each, got %r" % loss
    loss, _, _ = _point(sol, np, X[1:2], y[1:2], np.array([0.0]), 40.0, 0.0)
    assert abs(loss - 40.0) < 1e-9, "one wrong row with score 40 must cost 40, got %r" % loss
    model = sol.LogReg()
    _fit(model, np, X[:2], y[:2], 1.0, 5, 0.0)
    p = _proba(model, np, np.array([[1e6], [-1e6]]))
    assert p[0] > 1 - 1e-12 and p[1] < 1e-12, "huge scores must give probabilities 1 and 0, got %s" % p


def check_blobs(sol, np, rng):
    X, y = _blobs(np, rng, n=300, d=3, gap=2.5)
    model = sol.LogReg()
    _fit(model, np, X, y, 0.2, 400, 0.01)
    share = float(((_proba(model, np, X) > 0.5) == (y == 1)).mean())
    assert share >= 0.95, "only %.2f of the rows of two clear blobs are classified right" % share


def check_bounded(sol, np, rng):
    X = np.concatenate([rng.uniform(1, 2, size=(20, 2)), rng.uniform(-2, -1, size=(20, 2))])
    y = np.repeat([1, 0], 20)
    lam = 0.2
    w, _, _ = _fit(sol.LogReg(), np, X, y, 0.3, 1500, lam)
    _, dw, db = _point(sol, np, X, y, w, 0.0, 0.0)
    pull = np.abs(dw + lam * w).max()
    norm, bound = float(np.linalg.norm(w)), math.sqrt(2 * math.log(2) / lam)
    assert norm <= bound, "on separable data |w| is %.3g; J cannot rise above ln 2, so it is at most %.3g" % (norm, bound)
    assert pull < 0.05, "the penalty does not balance the data at the end: they differ by %.3g" % pull
    free, _, _ = _fit(sol.LogReg(), np, X, y, 0.3, 1500, 0.0)
    assert np.linalg.norm(free) > 1.5 * norm, "with lam = 0 the weights must grow well beyond those of lam = 0.2"


def check_base_rate(sol, np, rng):
    X = rng.normal(size=(200, 2))
    y = (np.arange(200) % 5 == 0).astype(np.int64)
    X[:, 0] += y
    model = sol.LogReg()
    w, _, _ = _fit(model, np, X, y, 0.05, 4000, 15.0)
    p = _proba(model, np, X)
    assert np.abs(w).max() < 0.05, "a penalty of 15 must press the weights to about 0, got %s" % w
    assert np.abs(p - 0.2).max() < 0.02, (
        "with weights near 0 and 20%% ones every probability must be about 0.2, got %.3f to %.3f" % (p.min(), p.max()))
    _, w_side, b_side = _point(sol, np, X, np.ones(200, dtype=np.int64), np.zeros(2), 3.0, 0.0)
    assert np.isfinite(w_side).all() and b_side < 0, "with only ones in y, db must pull the intercept up"


def check_label_flip(sol, np, rng):
    X, y = _blobs(np, rng, n=60, d=3)
    X[:20] += 0.7
    model = sol.LogReg()
    w1, b1, l1 = _fit(model, np, X, y, 0.2, 80, 0.1)
    w2, b2, _ = _fit(model, np, X, 1 - y, 0.2, 80, 0.1)
    assert np.allclose(w1, -w2, atol=1e-8) and abs(b1 + b2) < 1e-8, (
        "swapping the labels must negate w and b (the second fit must start from zero)")
    w3, b3, l3 = _fit(model, np, X, y, 0.2, 80, 0.1)
    assert np.allclose(w1, w3, atol=1e-12) and abs(b1 - b3) < 1e-12 and np.allclose(l1, l3, atol=1e-12), (
        "fitting the same data again gives another result: fit must start afresh")


def check_vectorised(sol, np, rng):
    X, y = _blobs(np, rng, n=20000, d=8)
    model = sol.LogReg()
    for _ in range(3):
        _fit(model, np, X, y, 0.1, 60, 0.01)
        took = sol.last_call_ms
        if took < 400:
            return
    assert False, "20000 rows, 8 columns, 60 updates took %.0f ms; the limit is 400 ms" % took
