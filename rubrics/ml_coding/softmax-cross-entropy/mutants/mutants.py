"""Wrong versions of softmax_ce, each with one misconception."""
import math

import numpy as np


def _log_softmax(z, axis=1):
    z = z - z.max(axis=axis, keepdims=True)
    return z - np.log(np.exp(z).sum(axis=axis, keepdims=True))


def _target(z, y, smoothing):
    q = np.full_like(z, smoothing / z.shape[1])
    q[np.arange(len(z)), y] += 1 - smoothing
    return q


def _core(Z, y, smoothing, ignore, log_softmax=_log_softmax, target=_target, divisor=None, grad_divisor=None):
    """The right algorithm; a mutant replaces one part of it."""
    keep = np.flatnonzero(y != ignore)
    dZ = np.zeros_like(Z)
    if len(keep) == 0:
        return 0.0, dZ
    z, m = Z[keep], divisor or len(keep)
    with np.errstate(all="ignore"):
        L, q = log_softmax(z), target(z, y[keep], smoothing)
        dZ[keep] = (np.exp(L) - q) / (grad_divisor or m)
        return float(-(q * L).sum() / m), dZ


def naive_exp(Z, y, smoothing, ignore):
    """Exponentiates without subtracting the maximum."""
    return _core(Z, y, smoothing, ignore, log_softmax=lambda z: z - np.log(np.exp(z).sum(axis=1, keepdims=True)))


def log_of_softmax(Z, y, smoothing, ignore):
    """Takes the logarithm of the finished softmax, which is 0 for a score far below the best."""
    def logs(z):
        p = np.exp(z - z.max(axis=1, keepdims=True))
        return np.log(p / p.sum(axis=1, keepdims=True))
    return _core(Z, y, smoothing, ignore, log_softmax=logs)


def epsilon_log(Z, y, smoothing, ignore):
    """Guards the logarithm with an epsilon, so a confident mistake is far too cheap."""
    def logs(z):
        p = np.exp(_log_softmax(z))
        return np.log(p + p.dtype.type(1e-15))
    return _core(Z, y, smoothing, ignore, log_softmax=logs)


def wrong_axis(Z, y, smoothing, ignore):
    """Normalises over the rows instead of the classes."""
    return _core(Z, y, smoothing, ignore, log_softmax=lambda z: _log_softmax(z, 0))


def divides_by_all(Z, y, smoothing, ignore):
    """Averages over all rows, the ignored ones included."""
    return _core(Z, y, smoothing, ignore, divisor=len(Z))


def forgets_division(Z, y, smoothing, ignore):
    """Returns the gradient of the sum next to the mean."""
    return _core(Z, y, smoothing, ignore, grad_divisor=1)


def others_only(Z, y, smoothing, ignore):
    """Spreads the smoothing over the other classes only."""
    def target(z, labels, s):
        q = np.full_like(z, s / max(z.shape[1] - 1, 1))
        q[np.arange(len(z)), labels] = 1 - s if z.shape[1] > 1 else 1
        return q
    return _core(Z, y, smoothing, ignore, target=target)


def ignored_gradient(Z, y, smoothing, ignore):
    """Takes ignored rows out of the loss but leaves their softmax in the gradient."""
    loss, dZ = _core(Z, y, smoothing, ignore)
    out = y == ignore
    if out.any() and not out.all():
        dZ[out] = np.exp(_log_softmax(Z[out])) / (~out).sum()
    return loss, dZ


def hard_gradient(Z, y, smoothing, ignore):
    """Smooths the loss and forgets the smoothing in the gradient."""
    return _core(Z, y, smoothing, ignore)[0], _core(Z, y, 0.0, ignore)[1]


def sentinel_only(Z, y, smoothing, ignore):
    """Takes any negative label as ignored and looks at nothing else."""
    return _core(Z, np.where(y < 0, -100, np.minimum(y, Z.shape[1] - 1)), smoothing, -100)


def nan_when_empty(Z, y, smoothing, ignore):
    """Averages over no rows: 0/0."""
    loss, dZ = _core(Z, y, smoothing, ignore)
    return (loss, dZ) if (y != ignore).any() else (float("nan"), dZ)


def always_double(Z, y, smoothing, ignore):
    """Widens float32 scores."""
    return _core(Z.astype(np.float64), y, smoothing, ignore)


def row_loop(Z, y, smoothing, ignore):
    """Visits rows and classes one by one."""
    keep, K = [i for i in range(len(Z)) if y[i] != ignore], Z.shape[1]
    loss, dZ = 0.0, np.zeros_like(Z)
    for i in keep:
        top = max(Z[i])
        total = math.log(sum(math.exp(v - top) for v in Z[i]))
        for k in range(K):
            q = smoothing / K + (1 - smoothing if k == y[i] else 0.0)
            L = float(Z[i, k] - top) - total
            loss -= q * L / len(keep)
            dZ[i, k] = (math.exp(L) - q) / len(keep)
    return loss, dZ
