"""Checks of activations-stable: check_<id>(sol, np, rng) raises AssertionError with a message for the candidate."""
import math
import time


def _one(name, v):
    """The plain scalar formula, written so that it holds for any double."""
    if name == "sigmoid":
        return 1 / (1 + math.exp(-v)) if v > -700 else 0.0
    if name == "softplus":
        return v if v > 700 else math.log1p(math.exp(v))
    if name == "gelu":
        return v / 2 * (1 + math.tanh(math.sqrt(2 / math.pi) * (v + 0.044715 * v * v * v)))
    raise KeyError(name)


def _slow_log_softmax(np, x, axis):
    out = np.empty(x.shape)
    rows, flat = np.moveaxis(x, axis, -1), np.moveaxis(out, axis, -1)
    for at in np.ndindex(rows.shape[:-1]):
        top = max(float(v) for v in rows[at])
        total = math.fsum(math.exp(float(v) - top) for v in rows[at])
        flat[at] = [float(v) - top - math.log(total) for v in rows[at]]
    return out


def _call(sol, np, name, x, *more):
    got = np.asarray(getattr(sol, name)(x, *more))
    assert got.shape == x.shape, "%s gives shape %s for an input of shape %s" % (name, got.shape, x.shape)
    return got


def _close(np, got, want, what, rtol, atol=0.0):
    gap = np.abs(got - want) - rtol * np.abs(want)
    at = np.unravel_index(np.argmax(np.where(np.isnan(gap), np.inf, gap)), gap.shape)
    assert gap[at] <= atol, "%s at %s is %r, expected %r" % (
        what, tuple(int(i) for i in at), float(got[at]), float(want[at]))


def check_shape(sol, np, rng):
    for shape in ((1,), (6,), (3, 4), (2, 3, 4)):
        x = rng.normal(size=shape)
        for dtype in (np.float64, np.float32):
            for name in ("sigmoid", "softplus", "gelu", "d_sigmoid", "d_softplus", "d_gelu"):
                got = _call(sol, np, name, x.astype(dtype))
                assert got.dtype == dtype, "%s turns %s into %s" % (name, np.dtype(dtype), got.dtype)
            got = _call(sol, np, "log_softmax", x.astype(dtype), -1)
            assert got.dtype == dtype, "log_softmax turns %s into %s" % (np.dtype(dtype), got.dtype)
            got = _call(sol, np, "d_log_softmax", x.astype(dtype), x.astype(dtype), 0)
            assert got.dtype == dtype, "d_log_softmax turns %s into %s" % (np.dtype(dtype), got.dtype)


def check_known(sol, np, rng):
    zero = np.zeros(1)
    for name, want in (("sigmoid", 0.5), ("softplus", math.log(2)), ("gelu", 0.0),
                       ("d_sigmoid", 0.25), ("d_softplus", 0.5), ("d_gelu", 0.5)):
        got = float(_call(sol, np, name, zero)[0])
        assert abs(got - want) < 1e-12, "%s(0) is %r, expected %r" % (name, got, want)
    got = _call(sol, np, "log_softmax", np.full((2, 5), 3.0), 1)
    _close(np, got, np.full((2, 5), -math.log(5)), "log_softmax of five equal entries", 1e-12)
    got = float(_call(sol, np, "log_softmax", np.array([7.0]), 0)[0])
    assert abs(got) < 1e-12, "log_softmax of a single entry is %r, expected 0" % got


def check_reference(sol, np, rng):
    x = np.concatenate([rng.normal(scale=3.0, size=60), rng.uniform(-30, 30, size=60)]).reshape(4, 30)
    for name in ("sigmoid", "softplus", "gelu"):
        want = np.array([[_one(name, float(v)) for v in row] for row in x])
        _close(np, _call(sol, np, name, x), want, name, 1e-9, 1e-13)
    x = rng.normal(scale=4.0, size=(3, 4, 5))
    for axis in (0, 1, 2, -1, -2):
        _close(np, _call(sol, np, "log_softmax", x, axis), _slow_log_softmax(np, x, axis),
               "log_softmax along axis %d" % axis, 1e-9, 1e-12)


def check_gradient(sol, np, rng):
    x, h = np.concatenate([rng.normal(size=40), rng.uniform(-5, 5, size=40)]), 1e-5
    for name in ("sigmoid", "softplus", "gelu"):
        want = np.array([(_one(name, float(v) + h) - _one(name, float(v) - h)) / (2 * h) for v in x])
        _close(np, _call(sol, np, "d_" + name, x), want, "d_" + name, 1e-6, 1e-8)
    x = rng.normal(scale=2.0, size=(3, 4))
    g = rng.normal(size=(3, 4)) + 0.5
    for axis in (0, 1, -1):
        want = np.empty(x.shape)
        for at in np.ndindex(x.shape):
            up, down = x.copy(), x.copy()
            up[at] += h
            down[at] -= h
            want[at] = ((g * (_slow_log_softmax(np, up, axis) - _slow_log_softmax(np, down, axis))).sum()) / (2 * h)
        _close(np, _call(sol, np, "d_log_softmax", x, g, axis), want, "d_log_softmax along axis %d" % axis, 1e-6, 1e-7)


def check_symmetry(sol, np, rng):
    x = rng.uniform(-20, 20, size=50)
    _close(np, _call(sol, np, "sigmoid", -x), 1 - _call(sol, np, "sigmoid", x), "sigmoid(-x) against 1 - sigmoid(x)", 0, 1e-12)
    _close(np, _call(sol, np, "softplus", x) - _call(sol, np, "softplus", -x), x, "softplus(x) - softplus(-x) against x", 0, 1e-12)
    _close(np, _call(sol, np, "gelu", x) - _call(sol, np, "gelu", -x), x, "gelu(x) - gelu(-x) against x", 0, 1e-12)
    _close(np, _call(sol, np, "d_sigmoid", x), _call(sol, np, "d_sigmoid", -x), "d_sigmoid(x) against d_sigmoid(-x)", 1e-9)


def check_rows(sol, np, rng):
    x = rng.normal(scale=5.0, size=(3, 4, 5))
    for axis in (0, 1, 2, -1):
        total = np.exp(_call(sol, np, "log_softmax", x, axis)).sum(axis=axis)
        _close(np, total, np.ones(total.shape), "the sum of exp(log_softmax) along axis %d" % axis, 1e-9)
        total = _call(sol, np, "d_log_softmax", x, x * x, axis).sum(axis=axis)
        _close(np, total, np.zeros(total.shape), "the sum of d_log_softmax along axis %d" % axis, 0, 1e-9)


def check_shift(sol, np, rng):
    x, g = rng.normal(size=(4, 6)), rng.normal(size=(4, 6))
    moved = x + rng.uniform(-900, 900, size=(4, 1))
    _close(np, _call(sol, np, "log_softmax", moved, 1), _call(sol, np, "log_softmax", x, 1),
           "log_softmax after adding a constant to each row", 0, 1e-9)
    _close(np, _call(sol, np, "d_log_softmax", moved, g, 1), _call(sol, np, "d_log_softmax", x, g, 1),
           "d_log_softmax after adding a constant to each row", 0, 1e-9)


def check_stable(sol, np, rng):
    x = np.array([1e4, -1e4, 800.0, -800.0])
    want = {"sigmoid": [1, 0, 1, 0], "softplus": [1e4, 0, 800, 0], "gelu": [1e4, 0, 800, 0],
            "d_sigmoid": [0, 0, 0, 0], "d_softplus": [1, 0, 1, 0], "d_gelu": [1, 0, 1, 0]}
    for dtype in (np.float64, np.float32):
        for name, values in want.items():
            _close(np, _call(sol, np, name, x.astype(dtype)), np.array(values, float), "%s of %s in %s" % (name, x, np.dtype(dtype)), 1e-6, 1e-12)
        big = np.array([[1e4, -1e4, 0.0], [-1e4, -1e4, -9999.0]], dtype)
        got = _call(sol, np, "log_softmax", big, 1)
        _close(np, got, _slow_log_softmax(np, big, 1), "log_softmax of entries of 1e4", 1e-5, 1e-5)
        got = _call(sol, np, "d_log_softmax", big, np.ones((2, 3), dtype), 1)
        shares = np.exp(_slow_log_softmax(np, big, 1))
        _close(np, got, 1 - 3 * shares, "d_log_softmax of entries of 1e4", 1e-5, 1e-5)


def check_tails(sol, np, rng):
    x = np.array([-20.0, -40.0, -200.0, -600.0])
    exact = np.array([math.exp(v) / (1 + math.exp(v)) for v in x])
    slope = np.array([math.exp(v) / (1 + math.exp(v)) ** 2 for v in x])
    plus = np.array([math.log1p(math.exp(v)) for v in x])
    _close(np, _call(sol, np, "sigmoid", x), exact, "sigmoid of %s" % x, 1e-9)
    _close(np, _call(sol, np, "d_softplus", x), exact, "d_softplus of %s" % x, 1e-9)
    _close(np, _call(sol, np, "softplus", x), plus, "softplus of %s" % x, 1e-9)
    _close(np, _call(sol, np, "d_sigmoid", x), slope, "d_sigmoid of %s" % x, 1e-9)
    _close(np, _call(sol, np, "d_sigmoid", -x), slope, "d_sigmoid of %s" % -x, 1e-9)
    z = np.array([[0.0, 0.0], [-5000.0, -5001.0], [3000.0, 2999.0]])  # rows far apart: each needs its own maximum
    _close(np, _call(sol, np, "log_softmax", z, 1), _slow_log_softmax(np, z, 1), "log_softmax of rows far apart", 1e-9)


def check_vectorised(sol, np, rng):
    x = rng.normal(size=60000)
    for name in ("gelu", "sigmoid", "softplus"):
        start = time.process_time()
        out = np.empty_like(x)
        for i in range(len(x)):
            out[i] = _one(name, x[i])
        loop = (time.process_time() - start) * 1000
        best = math.inf
        for _ in range(3):
            _call(sol, np, name, x)
            best = min(best, sol.last_call_ms)
        assert best < loop / 3, "%s of 60000 entries took %.1f ms; a plain loop takes %.1f ms here" % (name, best, loop)
