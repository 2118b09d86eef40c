"""Wrong versions of the entry functions, each with one misconception."""
import numpy as np


def _descend(X, y, lr, steps, gradient, start=0.0):
    w, b = np.full(X.shape[1], start), 0.0
    losses = np.empty(steps)
    for i in range(steps):
        r = X @ w + b - y
        losses[i] = np.mean(r ** 2)
        dw, db = gradient(X, r)
        w, b = w - lr * dw, b - lr * db
    return w, b, losses


def _exact(X, r):
    return 2.0 / len(r) * (X.T @ r), 2.0 * r.mean()


def half_gradient(X, y, w, b):
    """Gradient of half the loss: the factor 2 is gone."""
    r = X @ w + b - y
    return X.T @ r / len(y), float(r.mean())


def sum_gradient(X, y, w, b):
    """Sums over the rows instead of averaging."""
    r = X @ w + b - y
    return 2.0 * (X.T @ r), float(2.0 * r.sum())


def intercept_sign(X, y, w, b):
    """The derivative by b has the wrong sign."""
    r = X @ w + b - y
    return 2.0 / len(y) * (X.T @ r), float(-2.0 * r.mean())


def fit_sum(X, y, lr, steps):
    """Descends on the sum of squares, so the step depends on the number of rows."""
    return _descend(X, y, lr / 50, steps, lambda A, r: (2.0 * (A.T @ r), 2.0 * r.sum()))


def fit_no_intercept(X, y, lr, steps):
    """Leaves the intercept at zero."""
    return _descend(X, y, lr, steps, lambda A, r: (2.0 / len(r) * (A.T @ r), 0.0))


def fit_loss_after(X, y, lr, steps):
    """Records the loss after the update instead of before."""
    w, b, losses = _descend(X, y, lr, steps + 1, _exact)
    return _descend(X, y, lr, steps, _exact)[:2] + (losses[1:],)


def fit_stale_residual(X, y, lr, steps):
    """Updates w first and computes the step of b with the new w."""
    w, b = np.zeros(X.shape[1]), 0.0
    losses = np.empty(steps)
    for i in range(steps):
        r = X @ w + b - y
        losses[i] = np.mean(r ** 2)
        w = w - lr * 2.0 / len(y) * (X.T @ r)
        b = b - lr * 2.0 * np.mean(X @ w + b - y)
    return w, b, losses


def fit_standardised(X, y, lr, steps):
    """Standardises the columns in silence; a flat column divides by zero."""
    Z = (X - X.mean(0)) / X.std(0)
    return _descend(Z, y, lr, steps, _exact)


def fit_integer_weights(X, y, lr, steps):
    """Takes the number type of X for the weights, so integers cut every update."""
    w, b = np.zeros(X.shape[1], dtype=X.dtype), 0.0
    losses = np.empty(steps)
    for i in range(steps):
        r = X @ w + b - y
        losses[i] = np.mean(r ** 2)
        w = (w - lr * 2.0 / len(y) * (X.T @ r)).astype(X.dtype)
        b = b - lr * 2.0 * np.mean(r)
    return w, b, losses


def fit_row_loop(X, y, lr, steps):
    """Adds up the gradient row by row in Python."""
    w, b = np.zeros(X.shape[1]), 0.0
    losses = np.empty(steps)
    for i in range(steps):
        dw, db, total = np.zeros(X.shape[1]), 0.0, 0.0
        for row, target in zip(X, y):
            r = row @ w + b - target
            dw += r * row
            db += r
            total += r * r
        losses[i] = total / len(y)
        w, b = w - lr * 2.0 / len(y) * dw, b - lr * 2.0 / len(y) * db
    return w, b, losses
