"""Checks of scaled-dot-attention: check_<id>(sol, np, rng) raises AssertionError with a message for the candidate."""


def _slow(np, Q, K, V, mask):
    B, T, d = Q.shape
    S = K.shape[1]
    out, weights = np.zeros((B, T, V.shape[-1])), np.zeros((B, T, S))
    for b in range(B):
        for t in range(T):
            keep = [s for s in range(S) if mask is None or mask[b, t, s]]
            if not keep:
                continue
            z = np.array([float(Q[b, t] @ K[b, s]) / d ** 0.5 for s in keep])
            p = np.exp(z - z.max())
            p /= p.sum()
            for s, w in zip(keep, p):
                weights[b, t, s] = w
                out[b, t] += w * V[b, s]
    return out, weights


def _data(np, rng, B=2, T=5, S=7, d=4, e=3):
    return rng.normal(size=(B, T, d)), rng.normal(size=(B, S, d)), rng.normal(size=(B, S, e))


def _attend(sol, np, Q, K, V, mask=None):
    got = sol.attention(Q, K, V, mask)
    assert isinstance(got, (tuple, list)) and len(got) == 2, (
        "attention must return (output, weights), got %s" % type(got).__name__)
    out, weights = np.asarray(got[0]), np.asarray(got[1])
    want = (Q.shape[0], Q.shape[1], V.shape[2]), (Q.shape[0], Q.shape[1], K.shape[1])
    assert out.shape == want[0], "output has shape %s, expected %s" % (out.shape, want[0])
    assert weights.shape == want[1], "weights have shape %s, expected %s" % (weights.shape, want[1])
    return out, weights


def _close(np, got, want, what, rtol=1e-6, atol=1e-8):
    gap = np.abs(got - want) - rtol * np.abs(want)
    at = np.unravel_index(np.argmax(np.where(np.isnan(gap), np.inf, gap)), gap.shape)
    assert gap[at] <= atol, "%s at %s is %r, expected %r" % (
        what, tuple(int(i) for i in at), float(got[at]), float(want[at]))


def check_shape(sol, np, rng):
    Q, K, V = _data(np, rng)
    out, weights = _attend(sol, np, Q, K, V)
    assert out.dtype == np.float64 and weights.dtype == np.float64, "float64 input must give float64 results"
    for mask in (None, rng.random((2, 5, 7)) < 0.7):
        out, weights = _attend(sol, np, *(x.astype(np.float32) for x in (Q, K, V)), mask)
        assert out.dtype == np.float32 and weights.dtype == np.float32, (
            "float32 input gave %s output and %s weights" % (out.dtype, weights.dtype))
    _attend(sol, np, *_data(np, rng, B=1, T=1, S=1, d=1, e=1))


def check_rows(sol, np, rng):
    mask = rng.random((2, 5, 7)) < 0.6
    mask[:, :, 3] = True
    for m in (None, mask):
        _, weights = _attend(sol, np, *_data(np, rng), m)
        assert (weights >= 0).all(), "a weight is negative or NaN"
        _close(np, weights.sum(-1), np.ones((2, 5)), "the sum of the weights of query")
    assert (weights[~mask] == 0).all(), "a blocked key has a weight other than 0"


def check_equal_keys(sol, np, rng):
    Q, K, V = _data(np, rng)
    K[:] = K[:, :1]
    out, weights = _attend(sol, np, Q, K, V)
    _close(np, weights, np.full((2, 5, 7), 1 / 7), "with seven equal keys the weight")
    _close(np, out, np.repeat(V.mean(1, keepdims=True), 5, axis=1), "with equal keys the output (the mean of V)")
    mask = np.zeros((2, 5, 7), dtype=bool)
    mask[:, :, 2:6] = True
    _, weights = _attend(sol, np, Q, K, V, mask)
    _close(np, weights[:, :, 2:6], np.full((2, 5, 4), 0.25), "with four equal visible keys the weight")


def check_reference(sol, np, rng):
    for _ in range(10):
        Q, K, V = _data(np, rng)
        for mask in (None, rng.random((2, 5, 7)) < 0.7):
            out, weights = _attend(sol, np, Q, K, V, mask)
            out2, weights2 = _slow(np, Q, K, V, mask)
            kind = "without mask" if mask is None else "with mask"
            _close(np, weights, weights2, "weight (%s)" % kind)
            _close(np, out, out2, "output (%s)" % kind)


def check_causal(sol, np, rng):
    Q, K, V = _data(np, rng, T=6, S=6)
    mask = np.tile(np.tril(np.ones((6, 6), dtype=bool)), (2, 1, 1))
    before, _ = _attend(sol, np, Q, K, V, mask)
    K2, V2 = K.copy(), V.copy()
    K2[:, 4:] += 9
    V2[:, 4:] -= 9
    after, _ = _attend(sol, np, Q, K2, V2, mask)
    gap = np.abs(before[:, :4] - after[:, :4]).max()
    assert gap <= 1e-9, "under a causal mask, changing tokens 4 and 5 moves an earlier output by %.3g" % gap
    assert np.abs(before[:, 4:] - after[:, 4:]).max() > 0.1, "changing tokens 4 and 5 does not reach their own outputs"


def check_permute(sol, np, rng):
    Q, K, V = _data(np, rng)
    p = rng.permutation(7)
    out, weights = _attend(sol, np, Q, K, V)
    out2, weights2 = _attend(sol, np, Q, K[:, p], V[:, p])
    _close(np, out2, out, "after reordering keys and values together, output", 1e-9, 1e-12)
    _close(np, weights2, weights[:, :, p], "after reordering the keys, weight", 1e-9, 1e-12)


def check_scale(sol, np, rng):
    for d in (4, 64):
        Q = np.ones((1, 1, d))
        K = np.stack([np.ones(d), np.zeros(d)])[None]
        _, weights = _attend(sol, np, Q, K, np.zeros((1, 2, 1)))
        want = 1 / (1 + np.exp(-d ** 0.5))  # dot products d and 0, scores sqrt(d) and 0
        got = float(weights[0, 0, 0])
        assert abs(got - want) < 1e-9, "d=%d, dot products %d and 0: the first weight must be %.9f, got %.9f" % (d, d, want, got)


def check_stable(sol, np, rng):
    Q, K, V = _data(np, rng)
    mask = rng.random((2, 5, 7)) < 0.7
    mask[:, :, 3] = True
    for m in (None, mask):
        out, weights = _attend(sol, np, Q * 1e3, K * 10, V, m)
        assert np.isfinite(out).all() and np.isfinite(weights).all(), "scores of about 1e4 give NaN or infinity"
        out2, weights2 = _slow(np, Q * 1e3, K * 10, V, m)
        _close(np, weights, weights2, "with scores of about 1e4, weight", 1e-5, 1e-8)
    K = np.array([[[-150.0] * 4, [-150.0, -150.0, -150.0, -150.0 + 1 / 150]]])  # scores -90000 and -89999
    _, weights = _attend(sol, np, np.full((1, 1, 4), 300.0), K, np.ones((1, 2, 2)))
    want = 1 / (1 + np.exp(1.0))
    _close(np, weights, np.array([[[want, 1 - want]]]), "with scores -90000 and -89999, weight", 1e-6, 1e-6)
    Q, K = np.full((1, 1, 4), 300.0), np.full((1, 3, 4), -150.0)  # every score is -9e4
    mask = np.array([[[True, True, False]]])
    for dtype in (np.float64, np.float32):
        _, weights = _attend(sol, np, Q.astype(dtype), K.astype(dtype), np.ones((1, 3, 2), dtype), mask)
        _close(np, weights, np.array([[[0.5, 0.5, 0.0]]]), "with all scores at -90000 and the last key blocked, weight")


def check_masked_row(sol, np, rng):
    Q, K, V = _data(np, rng)
    mask = np.ones((2, 5, 7), dtype=bool)
    mask[0, 2] = False
    out, weights = _attend(sol, np, Q, K, V, mask)
    assert (weights[0, 2] == 0).all(), "a query that may look nowhere has weights %s, expected zeros" % weights[0, 2]
    assert (out[0, 2] == 0).all(), "a query that may look nowhere has output %s, expected zeros" % out[0, 2]
    assert np.isfinite(out).all() and np.isfinite(weights).all(), "one fully blocked query spoils another one"
    out, weights = _attend(sol, np, Q, K, V, np.zeros((2, 5, 7), dtype=bool))
    assert (out == 0).all() and (weights == 0).all(), "with everything blocked all results must be 0"


def check_vectorised(sol, np, rng):
    Q, K, V = _data(np, rng, B=8, T=320, S=320, d=16, e=16)
    for _ in range(3):
        _attend(sol, np, Q, K, V)
        took = sol.last_call_ms
        if took < 250:
            return
    assert False, "B=8, T=S=320, d=16 took %.0f ms; the limit is 250 ms" % took
