"""Wrong versions of attention, each with one misconception."""
import numpy as np


def _scores(Q, K):
    return Q @ np.swapaxes(K, -1, -2) / Q.shape[-1] ** 0.5


def _softmax(z):
    p = np.exp(z - z.max(-1, keepdims=True))
    return p / p.sum(-1, keepdims=True)


def _masked_softmax(z, mask):
    if mask is None:
        return _softmax(z)
    z = np.where(mask, z, np.array(-np.inf, z.dtype))
    top = z.max(-1, keepdims=True)
    p = np.exp(z - np.where(np.isneginf(top), np.zeros_like(top), top))
    total = p.sum(-1, keepdims=True)
    return np.divide(p, total, out=np.zeros_like(p), where=total > 0)


def no_scale(Q, K, V, mask=None):
    """Forgets the division by the square root of the width."""
    w = _masked_softmax(Q @ np.swapaxes(K, -1, -2), mask)
    return w @ V, w


def scale_by_width(Q, K, V, mask=None):
    """Divides by d instead of its square root."""
    w = _masked_softmax(Q @ np.swapaxes(K, -1, -2) / Q.shape[-1], mask)
    return w @ V, w


def mask_after_softmax(Q, K, V, mask=None):
    """Zeroes blocked weights after the softmax, so the rest does not sum to 1 and leaks the future."""
    w = _softmax(_scores(Q, K))
    if mask is not None:
        w = w * mask
    return w @ V, w


def inverted_mask(Q, K, V, mask=None):
    """Reads the mask as 'blocked' where it means 'visible'."""
    w = _masked_softmax(_scores(Q, K), None if mask is None else ~mask)
    return w @ V, w


def naive_exp(Q, K, V, mask=None):
    """Exponentiates without subtracting the row maximum."""
    with np.errstate(all="ignore"):
        e = np.exp(_scores(Q, K))
        if mask is not None:
            e = np.where(mask, e, np.zeros_like(e))
        total = e.sum(-1, keepdims=True)
        w = np.divide(e, total, out=np.zeros_like(e), where=total > 0)
        return w @ V, w


def wrong_axis(Q, K, V, mask=None):
    """Normalises over the queries instead of the keys."""
    z = np.swapaxes(_scores(Q, K), -1, -2)
    w = np.swapaxes(_masked_softmax(z, None if mask is None else np.swapaxes(mask, -1, -2)), -1, -2)
    return w @ V, w


def big_negative(Q, K, V, mask=None):
    """Fills blocked scores with a big negative number: a fully blocked row becomes uniform."""
    z = _scores(Q, K)
    if mask is not None:
        z = np.where(mask, z, np.array(-1e30, z.dtype))
    w = _softmax(z)
    return w @ V, w


def small_negative(Q, K, V, mask=None):
    """Adds a penalty that is too small for large negative scores."""
    z = _scores(Q, K)
    if mask is not None:
        z = np.where(mask, z, np.array(-1e4, z.dtype))
        w = _softmax(z) * mask.any(-1, keepdims=True)
        return (w @ V).astype(V.dtype), w.astype(V.dtype)
    w = _softmax(z)
    return w @ V, w


def always_double(Q, K, V, mask=None):
    """Lets a float64 constant widen float32 input."""
    w = _masked_softmax(_scores(Q.astype(np.float64), K), mask)
    return w @ V, w


def pair_loop(Q, K, V, mask=None):
    """Visits every query and key in Python."""
    w = np.zeros((Q.shape[0], Q.shape[1], K.shape[1]), dtype=Q.dtype)
    out = np.zeros((Q.shape[0], Q.shape[1], V.shape[2]), dtype=V.dtype)
    for b, t in np.ndindex(Q.shape[:2]):
        keep = [s for s in range(K.shape[1]) if mask is None or mask[b, t, s]]
        z = [Q[b, t] @ K[b, s] / Q.shape[2] ** 0.5 for s in keep]
        if not keep:
            continue
        e = np.exp(np.array(z) - max(z))
        total = e.sum()
        for s, v in zip(keep, e):
            w[b, t, s] = v / total
            out[b, t] += w[b, t, s] * V[b, s]
    return out, w
