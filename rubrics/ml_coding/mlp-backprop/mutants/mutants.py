"""Wrong versions of the entry symbols, each with one misconception."""
import numpy as np


def init_right(d, h, K, seed, first=None, second=0.01, draw="normal"):
    rng = np.random.default_rng(seed)
    first = np.sqrt(2 / d) if first is None else first
    return {"W1": getattr(rng, draw)(size=(d, h)) * first, "b1": np.zeros(h), "W2": getattr(rng, draw)(size=(h, K)) * second, "b2": np.zeros(K)}


def _point(p, X, y, lam, softmax=None, gate=lambda A: A > 0, divide=True, penalty=1.0, bias=0.0):
    """The right algorithm; a mutant replaces one part of it."""
    A = X @ p["W1"] + p["b1"]
    H = np.maximum(A, 0.0)
    Z = H @ p["W2"] + p["b2"]
    rows, n = np.arange(len(y)), len(y)
    if softmax:
        with np.errstate(all="ignore"):
            P = softmax(Z)
            loss = -np.log(P[rows, y]).mean()
    else:
        Z = Z - Z.max(axis=1, keepdims=True)
        L = Z - np.log(np.exp(Z).sum(axis=1, keepdims=True))
        P, loss = np.exp(L), -L[rows, y].mean()
    dZ = P.copy()
    dZ[rows, y] -= 1.0
    if divide:
        dZ /= n
    dA = (dZ @ p["W2"].T) * gate(A)
    loss += 0.5 * lam * sum((p[k] ** 2).sum() for k in ("W1", "W2")) + 0.5 * lam * bias * sum((p[k] ** 2).sum() for k in ("b1", "b2"))
    g = {"W1": X.T @ dA + penalty * lam * p["W1"], "b1": dA.sum(axis=0) + bias * lam * p["b1"],
         "W2": H.T @ dZ + penalty * lam * p["W2"], "b2": dZ.sum(axis=0) + bias * lam * p["b2"]}
    return float(loss), g


def _train(p, X, y, lr, epochs, batch, lam, seed, orders=None, starts=None, before=False, stale=False, scale=None):
    rng, losses, n = np.random.default_rng(seed), np.empty(epochs), len(y)
    fixed = rng.permutation(n)
    for e in range(epochs):
        order = orders(rng, n, fixed) if orders else rng.permutation(n)
        losses[e] = _point(p, X, y, lam)[0]
        first = p
        for i in starts(n, batch) if starts else range(0, n, batch):
            rows = order[i:i + batch]
            g = _point(first if stale else p, X[rows], y[rows], lam)[1]
            factor = scale(len(rows), batch) if scale else 1.0
            p = {k: p[k] - lr * factor * g[k] for k in p}
        if not before:
            losses[e] = _point(p, X, y, lam)[0]
    return p, losses


def small_init(d, h, K, seed):
    """Draws the first layer as small as the second."""
    return init_right(d, h, K, seed, first=0.01)


def xavier_one(d, h, K, seed):
    """Forgets the 2 that makes up for the halved activations."""
    return init_right(d, h, K, seed, first=np.sqrt(1 / d))


def fan_out(d, h, K, seed):
    """Divides by the number of hidden units in place of that of inputs."""
    return init_right(d, h, K, seed, first=np.sqrt(2 / h))


def variance_as_spread(d, h, K, seed):
    """Uses the variance where the standard deviation belongs."""
    return init_right(d, h, K, seed, first=2 / d)


def uniform_positive(d, h, K, seed):
    """Draws uniform numbers from 0 to 1, all of one sign."""
    return init_right(d, h, K, seed, draw="random")


def naive_exp(params, X, y, lam):
    """Exponentiates the raw scores."""
    def softmax(Z):
        e = np.exp(Z)
        return e / e.sum(axis=1, keepdims=True)
    return _point(params, X, y, lam, softmax=softmax)


def log_epsilon(params, X, y, lam):
    """Takes the logarithm of a finished softmax plus an epsilon."""
    def softmax(Z):
        e = np.exp(Z - Z.max(axis=1, keepdims=True))
        return e / e.sum(axis=1, keepdims=True) + 1e-12
    return _point(params, X, y, lam, softmax=softmax)


def no_gate(params, X, y, lam):
    """Forgets the derivative of ReLU."""
    return _point(params, X, y, lam, gate=lambda A: 1.0)


def open_at_zero(params, X, y, lam):
    """Lets the gradient pass where the input of the unit is exactly 0."""
    return _point(params, X, y, lam, gate=lambda A: A >= 0)


def sum_gradient(params, X, y, lam):
    """Sums the gradient over the rows although the loss is a mean."""
    return _point(params, X, y, lam, divide=False)


def no_penalty_gradient(params, X, y, lam):
    """Leaves the penalty out of the gradient."""
    return _point(params, X, y, lam, penalty=0.0)


def double_penalty(params, X, y, lam):
    """Differentiates lam |W|^2 although the loss has half of it."""
    return _point(params, X, y, lam, penalty=2.0)


def penalised_biases(params, X, y, lam):
    """Charges the biases as well."""
    return _point(params, X, y, lam, bias=1.0)


def row_loop(params, X, y, lam):
    """Sums gradients row by row."""
    total, grads = 0.0, {k: np.zeros_like(v) for k, v in params.items()}
    for i in range(len(y)):
        loss, g = _point(params, X[i:i + 1], y[i:i + 1], lam)
        total += loss / len(y)
        for k in grads:
            grads[k] += g[k] / len(y)
    return total, grads


def drops_remainder(params, X, y, lr, epochs, batch, lam, seed):
    """Ignores an incomplete last batch."""
    return _train(params, X, y, lr, epochs, batch, lam, seed, starts=lambda n, b: range(0, n - b + 1, b) if n >= b else [0])


def never_shuffles(params, X, y, lr, epochs, batch, lam, seed):
    """Takes the rows as they come."""
    return _train(params, X, y, lr, epochs, batch, lam, seed, orders=lambda rng, n, fixed: np.arange(n))


def shuffles_once(params, X, y, lr, epochs, batch, lam, seed):
    """Uses one order in all epochs."""
    return _train(params, X, y, lr, epochs, batch, lam, seed, orders=lambda rng, n, fixed: fixed)


def with_replacement(params, X, y, lr, epochs, batch, lam, seed):
    """Draws rows with replacement, so an epoch misses some."""
    return _train(params, X, y, lr, epochs, batch, lam, seed, orders=lambda rng, n, fixed: rng.integers(n, size=n))


def loss_before(params, X, y, lr, epochs, batch, lam, seed):
    """Records the loss before the epoch."""
    return _train(params, X, y, lr, epochs, batch, lam, seed, before=True)


def stale_gradients(params, X, y, lr, epochs, batch, lam, seed):
    """All batches of an epoch use the weights of its start."""
    return _train(params, X, y, lr, epochs, batch, lam, seed, stale=True)


def divides_by_batch_size(params, X, y, lr, epochs, batch, lam, seed):
    """Scales the last, smaller batch as if it were complete."""
    return _train(params, X, y, lr, epochs, batch, lam, seed, scale=lambda rows, b: rows / b)
