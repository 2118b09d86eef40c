"""Linear regression by full-batch gradient descent on the mean squared error."""
import numpy as np


def _gradient(X, residual):
    """Gradient of mean(residual^2): (2/n) X^T r by the weights, (2/n) sum(r) by the intercept."""
    return X.T @ residual * (2.0 / len(residual)), float(2.0 * residual.mean())


def grad(X, y, w, b):
    return _gradient(X, X @ w + b - y)


def fit_gd(X, y, lr, steps):
    X = np.asarray(X, dtype=np.float64)
    w, b = np.zeros(X.shape[1]), 0.0
    losses = np.empty(steps)
    for step in range(steps):
        residual = X @ w + b - y  # serves the loss and the gradient
        losses[step] = np.mean(residual**2)
        dw, db = _gradient(X, residual)
        w = w - lr * dw
        b = b - lr * db
    return w, b, losses
