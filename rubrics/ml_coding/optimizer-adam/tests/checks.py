"""Checks of optimizer-adam: check_<id>(sol, np, rng) raises AssertionError with a message for the candidate."""
import math
import time

USUAL = (0.01, 0.9, 0.999, 1e-8, 0.0, False)


class _Slow:
    """One scalar after the other, in Python floats; the moments as explicit weighted sums over all past gradients."""

    def __init__(self, lr, beta1, beta2, eps, weight_decay, decoupled):
        self.set = lr, beta1, beta2, eps, weight_decay, decoupled
        self.past = {}

    def step(self, params, grads):
        lr, beta1, beta2, eps, decay, decoupled = self.set
        out = {}
        for name, p in params.items():
            new = out[name] = p.astype(float)
            if name not in grads:
                continue
            past = self.past.setdefault(name, [[] for _ in range(p.size)])
            for i, (w, g) in enumerate(zip(p.ravel().tolist(), grads[name].ravel().tolist())):
                past[i].append(g if decoupled else g + decay * w)
                t = len(past[i])
                first = math.fsum((1 - beta1) * beta1 ** (t - 1 - s) * x for s, x in enumerate(past[i]))
                second = math.fsum((1 - beta2) * beta2 ** (t - 1 - s) * x * x for s, x in enumerate(past[i]))
                w -= lr * (first / (1 - beta1 ** t)) / (math.sqrt(second / (1 - beta2 ** t)) + eps) + (lr * decay * w if decoupled else 0.0)
                new.reshape(-1)[i] = w
        return out


def _step(sol_adam, np, params, grads):
    got = sol_adam.step({k: v.copy() for k, v in params.items()}, {k: v.copy() for k, v in grads.items()})
    assert isinstance(got, dict), "step must return a dict, got %s" % type(got).__name__
    assert set(got) == set(params), "step returned the names %s, expected %s" % (sorted(got), sorted(params))
    got = {k: np.asarray(v) for k, v in got.items()}
    for k in params:
        assert got[k].shape == params[k].shape, "%s has shape %s, expected %s" % (k, got[k].shape, params[k].shape)
        assert got[k].dtype == params[k].dtype, "%s is %s, expected %s" % (k, got[k].dtype, params[k].dtype)
    return got


def _close(np, got, want, what, rtol=1e-10, atol=1e-12):
    for k in want:
        gap = np.abs(got[k] - want[k]) - rtol * np.abs(want[k])
        assert (gap <= atol).all(), "%s: %s is %s, expected %s" % (what, k, got[k].ravel()[:4].tolist(), want[k].ravel()[:4].tolist())


def _follow(sol, np, settings, params, sequence, what):
    """Both versions over the same gradients, each from its own parameters."""
    fast, slow = sol.Adam(*settings), _Slow(*settings)
    a, b = dict(params), dict(params)
    for i, grads in enumerate(sequence):
        a, b = _step(fast, np, a, grads), slow.step(b, grads)
        _close(np, a, b, "%s, after step %d" % (what, i + 1))


def check_shape(sol, np, rng):
    for dtype in (np.float64, np.float32):
        for decoupled in (False, True):
            adam = sol.Adam(0.01, 0.9, 0.999, 1e-8, 0.1, decoupled)
            params = {"W": rng.normal(size=(3, 2)).astype(dtype), "b": rng.normal(size=2).astype(dtype), "T": rng.normal(size=(2, 1, 3)).astype(dtype)}
            for _ in range(3):
                params = _step(adam, np, params, {k: rng.normal(size=v.shape).astype(dtype) for k, v in params.items()})
            params = _step(adam, np, params, {})


def check_hand(sol, np, rng):
    adam = sol.Adam(0.5, 0.5, 0.75, 1.0, 0.0, False)
    p = {"w": np.array([1.0])}
    for g, want in ((2.0, 1 - 0.5 * 2 / 3), (-2.0, 1 - 1 / 3 + 0.5 * (2 / 3) / 3), (2.0, 1 - 1 / 3 + 1 / 9 - 0.5 * (6 / 7) / 3)):
        # corrected means of the gradient: 2, -2/3, 6/7; the corrected mean square is always 4
        p = _step(adam, np, p, {"w": np.array([g])})
        assert abs(float(p["w"][0]) - want) < 1e-12, "lr 0.5, betas 0.5 and 0.75, eps 1, gradients 2, -2, 2: got %r, expected %r" % (float(p["w"][0]), want)


def check_first_step(sol, np, rng):
    for scale in (1e-3, 1.0, 1e4):
        for lr in (0.001, 0.3):
            g = scale * np.array([1.0, -2.0, 3.0])
            p = _step(sol.Adam(lr, 0.9, 0.999, 1e-12, 0.0, False), np, {"w": np.zeros(3)}, {"w": g})["w"]
            assert np.allclose(p, -lr * np.sign(g), rtol=1e-6), "gradients of size %g, lr %g: the first step is %s, it must have the size of lr" % (scale, lr, p.tolist())


def check_reference(sol, np, rng):
    for trial in range(24):
        settings = (float(rng.choice([0.001, 0.1, 1.0])), float(rng.choice([0.0, 0.5, 0.9])), float(rng.choice([0.0, 0.9, 0.999])),
                    float(rng.choice([1e-8, 1e-2, 0.5])), float(rng.choice([0.0, 0.01, 0.3])), trial % 2 == 1)
        params = {"W": rng.normal(size=(2, 3)), "b": rng.normal(size=3)}
        sequence = [{k: rng.normal(size=v.shape) * 10.0 ** rng.integers(-2, 2) for k, v in params.items()} for _ in range(6)]
        _follow(sol, np, settings, params, sequence, "lr %g, betas %g and %g, eps %g, decay %g, decoupled %s" % settings)


def check_epsilon(sol, np, rng):
    for g, eps in ((1e-6, 1e-6), (1e-8, 1e-3), (3e-4, 1e-4)):
        _follow(sol, np, (0.1, 0.9, 0.999, eps, 0.0, False), {"w": np.ones(2)}, [{"w": np.array([g, -g])}] * 3, "gradients of %g with eps %g" % (g, eps))


def check_missing(sol, np, rng):
    params = {"a": rng.normal(size=3), "b": rng.normal(size=(2, 2))}
    full = lambda *names: {k: rng.normal(size=params[k].shape) for k in names}
    for decoupled in (False, True):
        _follow(sol, np, (0.1, 0.9, 0.99, 1e-8, 0.2, decoupled), params,
                [full("a", "b"), full("a"), full("a"), full("b"), {}, full("a", "b")], "some names without gradient, decoupled %s" % decoupled)


def check_late_name(sol, np, rng):
    adam, slow = sol.Adam(*USUAL), _Slow(*USUAL)
    a = b = {"old": rng.normal(size=3)}
    for i in range(6):
        if i == 3:
            fresh = rng.normal(size=2)
            a, b = {**a, "new": fresh}, {**b, "new": fresh}
        grads = {k: rng.normal(size=v.shape) for k, v in a.items()}
        a, b = _step(adam, np, a, grads), slow.step(b, grads)
        _close(np, a, b, "a name that joins at step 4, after step %d" % (i + 1))


def check_decoupled(sol, np, rng):
    start, lr, decay = rng.normal(size=5), 0.05, 0.4
    sequence = [rng.normal(size=5) * 10.0 ** i for i in range(-2, 3)]
    with_decay, without = sol.Adam(lr, 0.9, 0.99, 1e-8, decay, True), sol.Adam(lr, 0.9, 0.99, 1e-8, 0.0, True)
    p = {"w": start}
    q = {"w": start}
    for i, g in enumerate(sequence):
        before, moved = p["w"], q["w"]
        p, q = _step(with_decay, np, p, {"w": g}), _step(without, np, q, {"w": g})
        pull = (q["w"] - moved) - (p["w"] - before)
        assert np.allclose(pull, lr * decay * before, atol=1e-12), (
            "decoupled decay, step %d: it takes off %s, expected lr * weight_decay * p = %s" % (i + 1, pull.tolist(), (lr * decay * before).tolist()))


def check_zero_gradient(sol, np, rng):
    start = rng.normal(size=4)
    for settings, factor in ((USUAL, 1.0), ((0.1, 0.9, 0.999, 1e-8, 0.5, True), 0.95)):
        adam, p = sol.Adam(*settings), {"w": start}
        for t in range(1, 4):
            p = _step(adam, np, p, {"w": np.zeros(4)})
            assert np.allclose(p["w"], start * factor ** t, rtol=1e-12), "gradient zero, weight_decay %g, step %d: got %s" % (settings[4], t, p["w"].tolist())
    adam, p = sol.Adam(0.1, 0.9, 0.999, 1e-8, 0.5, False), {"w": np.array([2.0, -2.0, 0.0])}
    p = _step(adam, np, p, {"w": np.zeros(3)})["w"]
    assert np.allclose(p, [1.9, -1.9, 0.0], atol=1e-6), "gradient zero, decay in the gradient: the first step must have the size of lr, got %s" % p.tolist()


def check_instances(sol, np, rng):
    g = [{"w": rng.normal(size=3)} for _ in range(4)]
    start = {"w": rng.normal(size=3)}
    one, two = sol.Adam(*USUAL), sol.Adam(*USUAL)
    a = _step(one, np, _step(one, np, start, g[0]), g[1])
    b = _step(two, np, start, g[2])
    slow = _Slow(*USUAL)
    _close(np, b, slow.step(start, g[2]), "a second optimiser must start afresh")
    slow = _Slow(*USUAL)
    want = slow.step(slow.step(slow.step(start, g[0]), g[1]), g[3])
    _close(np, _step(one, np, a, g[3]), want, "the first optimiser after the second was used")


def check_converges(sol, np, rng):
    adam, p = sol.Adam(0.2, 0.9, 0.999, 1e-8, 0.0, False), np.array([-1.2, 1.0])
    for _ in range(600):
        x, y = p
        p = np.asarray(adam.step({"w": p}, {"w": np.array([-2 * (1 - x) - 400 * x * (y - x * x), 200 * (y - x * x)])})["w"])
    value = (1 - p[0]) ** 2 + 100 * (p[1] - p[0] ** 2) ** 2
    assert value < 0.001, "a curved valley with minimum 0: after 600 steps of lr 0.2 the value is %.4g" % value


def check_vectorised(sol, np, rng):
    p, g = rng.normal(size=60000), rng.normal(size=60000)
    start = time.process_time()
    for w, x in zip(p.tolist(), g.tolist()):          # half of an entry-by-entry update
        w - 0.01 * (0.1 * x) / (math.sqrt(0.001 * x * x) + 1e-8)
    loop, best = (time.process_time() - start) * 1000, math.inf
    adam = sol.Adam(*USUAL)
    for _ in range(4):
        _step(adam, np, {"w": p}, {"w": g})
        best = min(best, sol.last_call_ms)
        if best < loop / 2:
            return
    assert False, "60000 entries took %.1f ms; half of the work in a loop over the entries needs %.1f ms" % (best, loop)
