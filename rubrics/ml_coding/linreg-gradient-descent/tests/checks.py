"""Checks of linreg-gradient-descent: check_<id>(sol, np, rng) raises AssertionError with a message for the candidate."""


def _problem(np, rng, n=200, d=4, noise=0.3):
    X = rng.normal(size=(n, d))
    X = (X - X.mean(0)) / X.std(0)
    y = X @ rng.normal(size=d) * 2 + 3.0 + noise * rng.normal(size=n)
    return X, y


def _fit(sol, np, X, y, lr, steps):
    out = sol.fit_gd(X, y, lr, steps)
    assert isinstance(out, (tuple, list)) and len(out) == 3, (
        "fit_gd must return (w, b, losses), got %s" % type(out).__name__)
    w, b, losses = np.asarray(out[0]), out[1], np.asarray(out[2])
    assert w.shape == (X.shape[1],), "w has shape %s, expected (%d,)" % (w.shape, X.shape[1])
    assert np.ndim(b) == 0, "b must be one number, got shape %s" % (np.shape(b),)
    assert losses.shape == (steps,), "losses has shape %s, expected (%d,)" % (losses.shape, steps)
    assert np.isfinite(w).all() and np.isfinite(b), "w or b is not finite: w=%s b=%s" % (w, b)
    return w, float(b), losses


def _grad(sol, np, X, y, w, b):
    out = sol.grad(X, y, w, b)
    assert isinstance(out, (tuple, list)) and len(out) == 2, (
        "grad must return (dw, db), got %s" % type(out).__name__)
    dw, db = np.asarray(out[0]), out[1]
    assert dw.shape == w.shape, "dw has shape %s, expected %s" % (dw.shape, w.shape)
    assert np.ndim(db) == 0, "db must be one number, got shape %s" % (np.shape(db),)
    return dw, float(db)


def _loss(np, X, y, w, b):
    return sum((float(x @ w) + b - t) ** 2 for x, t in zip(X, y)) / len(y)


def check_shape(sol, np, rng):
    X, y = _problem(np, rng, n=12, d=3)
    w, _, losses = _fit(sol, np, X, y, 0.1, 7)
    assert w.dtype == np.float64 and losses.dtype == np.float64, (
        "w and losses must be float64, got %s and %s" % (w.dtype, losses.dtype))
    _fit(sol, np, X, y, 0.1, 1)
    _grad(sol, np, X, y, np.ones(3), 0.5)
    one = X[:1]
    _fit(sol, np, one, y[:1], 0.1, 3)


def check_first_steps(sol, np, rng):
    X = np.array([[1.0], [2.0], [3.0]])
    y = np.array([2.0, 4.0, 9.0])
    w, b, losses = _fit(sol, np, X, y, 0.01, 1)
    # dw = 2/3 * -(1*2 + 2*4 + 3*9) = -74/3, db = 2/3 * -15 = -10, loss = (4 + 16 + 81) / 3
    assert abs(losses[0] - 101 / 3) < 1e-9, "losses[0] must be the loss at zero, 33.667, got %r" % losses[0]
    assert abs(w[0] - 0.74 / 3) < 1e-9, "after one update w must be 0.24667, got %r" % w[0]
    assert abs(b - 0.1) < 1e-9, "after one update b must be 0.1, got %r" % b
    _, _, two = _fit(sol, np, X, y, 0.01, 2)
    expected = _loss(np, X, y, w, b)
    assert abs(two[1] - expected) < 1e-9, (
        "losses[1] must be the loss after one update, %r, got %r" % (expected, two[1]))


def check_gradient(sol, np, rng):
    for scale in (1.0, 5.0):
        X, y = _problem(np, rng, n=15, d=4)
        w, b = rng.normal(size=4) * scale, float(rng.normal()) * scale
        dw, db = _grad(sol, np, X, y, w, b)
        got, eps = np.append(dw, db), 1e-5
        for i in range(5):
            move = np.zeros(5)
            move[i] = eps
            up = _loss(np, X, y, w + move[:4], b + move[4])
            down = _loss(np, X, y, w - move[:4], b - move[4])
            want = (up - down) / (2 * eps)
            name = "db" if i == 4 else "dw[%d]" % i
            assert abs(got[i] - want) <= 1e-5 * max(1.0, abs(want)), (
                "%s is %r, a central difference gives %r" % (name, float(got[i]), want))


def check_decreases(sol, np, rng):
    for n, d in ((50, 3), (30, 8)):
        X, y = _problem(np, rng, n=n, d=d)
        y = y + 20.0
        full = np.column_stack([X, np.ones(n)])
        lr = 0.9 / (2 * np.linalg.eigvalsh(full.T @ full / n)[-1])
        _, _, losses = _fit(sol, np, X, y, lr, 150)
        rise = np.diff(losses).max()
        assert rise <= 1e-9 * losses[0], "the loss rose by %g in one update, with a learning rate that is safe" % rise
        assert losses[-1] < 0.5 * losses[0], "the loss fell only from %g to %g" % (losses[0], losses[-1])


def check_closed_form(sol, np, rng):
    for n, d in ((300, 5), (80, 2)):
        X, y = _problem(np, rng, n=n, d=d)
        w, b, _ = _fit(sol, np, X, y, 0.1, 1500)
        best = np.linalg.lstsq(np.column_stack([X, np.ones(n)]), y, rcond=None)[0]
        gap = np.abs(np.append(w, b) - best).max()
        assert gap < 1e-2, "after 1500 updates the parameters are %.3g away from the least-squares ones" % gap


def check_repeated_rows(sol, np, rng):
    X, y = _problem(np, rng, n=20, d=3)
    w1, b1, l1 = _fit(sol, np, X, y, 0.05, 40)
    w2, b2, l2 = _fit(sol, np, np.tile(X, (3, 1)), np.tile(y, 3), 0.05, 40)
    assert np.allclose(w1, w2, atol=1e-9) and abs(b1 - b2) < 1e-9 and np.allclose(l1, l2, atol=1e-9), (
        "every row three times must give the same path: the loss is a mean, not a sum")
    p = rng.permutation(20)
    w3, b3, _ = _fit(sol, np, X[p], y[p], 0.05, 40)
    assert np.allclose(w1, w3, atol=1e-9) and abs(b1 - b3) < 1e-9, "the order of the rows changes the result"


def check_flat_column(sol, np, rng):
    X, y = _problem(np, rng, n=60, d=3)
    X[:, 1] = 0.0
    w, b, _ = _fit(sol, np, X, y, 0.1, 800)
    assert w[1] == 0.0, "the weight of an all-zero column must stay 0, got %r" % w[1]
    keep = [0, 2]
    best = np.linalg.lstsq(np.column_stack([X[:, keep], np.ones(60)]), y, rcond=None)[0]
    gap = np.abs(np.append(w[keep], b) - best).max()
    assert gap < 1e-2, "with an all-zero column the other parameters are %.3g off" % gap
    X[:, 1] = 1.0
    w, b, _ = _fit(sol, np, X, y, 0.1, 800)
    assert abs(w[1] - b) < 1e-9, "a column of ones must get the same update as the intercept"


def check_integers(sol, np, rng):
    X = rng.integers(-3, 4, size=(40, 2))
    y = 2 * X[:, 0] - X[:, 1] + 1
    w, b, losses = _fit(sol, np, X, y, 0.05, 800)
    assert w.dtype == np.float64, "integer input must give float64 weights, got %s" % w.dtype
    assert np.allclose(np.append(w, b), [2.0, -1.0, 1.0], atol=1e-2), (
        "integer data y = 2a - b + 1 gave w=%s b=%g" % (w, b))
    again = _fit(sol, np, X, y, 0.05, 800)
    assert (again[0] == w).all() and again[1] == b and (again[2] == losses).all(), "a second identical call differs"


def check_vectorised(sol, np, rng):
    X, y = _problem(np, rng, n=20000, d=8)
    for _ in range(3):
        _fit(sol, np, X, y, 0.05, 100)
        took = sol.last_call_ms
        if took < 400:
            return
    assert False, "20000 rows, 8 columns, 100 updates took %.0f ms; the limit is 400 ms" % took
