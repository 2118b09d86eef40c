"""Wrong versions of the activations, each with one misconception."""
import math

import numpy as np


def naive_sigmoid(x):
    """e^x over 1 + e^x: infinity over infinity for large entries."""
    with np.errstate(all="ignore"):
        e = np.exp(x)
        return e / (1 + e)


def positive_form(x):
    """Guards the wrong side: the form for positive entries everywhere, by its exponential of the absolute value."""
    with np.errstate(all="ignore"):
        e = np.exp(np.abs(x))
        return np.where(x >= 0, e, np.ones_like(e)) / (1 + e)


def always_double(x):
    """Widens float32 through a float64 intermediate."""
    e = np.exp(-np.abs(x.astype(np.float64)))
    return np.where(x >= 0, 1.0, e) / (1 + e)


def naive_softplus(x):
    """The textbook formula, which overflows on one side and rounds to 0 on the other."""
    with np.errstate(all="ignore"):
        return np.log(1 + np.exp(x))


def no_log1p(x):
    """Safe from overflow, but 1 + e rounds to 1 in the tail."""
    return np.maximum(x, 0) + np.log(1 + np.exp(-np.abs(x)))


def cubic_dropped(x):
    """Leaves the cubic term out."""
    return x / 2 * (1 + np.tanh((2 / np.pi) ** 0.5 * x))


def sigmoid_gelu(x):
    """Uses the sigmoid approximation x * sigmoid(1.702 x)."""
    e = np.exp(-np.abs(1.702 * x))
    return x * (np.where(x >= 0, np.ones_like(e), e) / (1 + e))


def no_max(x, axis):
    """Exponentiates without subtracting the maximum."""
    with np.errstate(all="ignore"):
        return x - np.log(np.exp(x).sum(axis=axis, keepdims=True))


def global_max(x, axis):
    """Subtracts one maximum for the whole array."""
    with np.errstate(all="ignore"):
        z = x - x.max()
        return z - np.log(np.exp(z).sum(axis=axis, keepdims=True))


def wrong_axis(x, axis):
    """Always works along the last axis."""
    z = x - x.max(axis=-1, keepdims=True)
    return z - np.log(np.exp(z).sum(axis=-1, keepdims=True))


def log_of_softmax(x, axis):
    """Takes the logarithm of the finished softmax, where small shares have become 0."""
    with np.errstate(all="ignore"):
        p = np.exp(x - x.max(axis=axis, keepdims=True))
        return np.log(p / p.sum(axis=axis, keepdims=True))


def one_minus(x):
    """s(1 - s), which is 0 as soon as s rounds to 1."""
    e = np.exp(-np.abs(x))
    s = np.where(x >= 0, np.ones_like(e), e) / (1 + e)
    return s * (1 - s)


def half_gelu(x):
    """Forgets that the argument of tanh depends on x as well."""
    return (1 + np.tanh((2 / np.pi) ** 0.5 * (x + 0.044715 * x ** 3))) / 2


def no_total(x, upstream, axis):
    """Multiplies by upstream entry by entry instead of summing it along the axis."""
    z = x - x.max(axis=axis, keepdims=True)
    p = np.exp(z - np.log(np.exp(z).sum(axis=axis, keepdims=True)))
    return upstream - p * upstream


def softplus_as_tanh(x):
    """Differentiates softplus to a tanh."""
    return (1 + np.tanh(x)) / 2


def entry_loop(x):
    """Visits the entries one by one."""
    out = np.empty_like(x)
    for at in np.ndindex(x.shape):
        v = float(x[at])
        out[at] = v / 2 * (1 + math.tanh(math.sqrt(2 / math.pi) * (v + 0.044715 * v ** 3)))
    return out
