"""Wrong versions of the entry symbols, each with one misconception."""
import numpy as np


def _squash(z):
    e = np.exp(-np.abs(z))
    return np.where(z >= 0, 1.0, e) / (1.0 + e)


def _right(X, y, w, b, lam):
    z = X @ w + b
    r = _squash(z) - y
    return float(np.mean(np.logaddexp(0.0, z) - y * z) + 0.5 * lam * (w @ w)), X.T @ r / len(y) + lam * w, float(r.mean())


class _Right:
    """The right algorithm; a mutant replaces one part of it."""

    def __init__(self):
        self.w = None

    def loss_and_grad(self, X, y, w, b, lam):
        return _right(X, y, w, b, lam)

    def fit(self, X, y, lr, steps, lam):
        self.w, self.b = np.zeros(X.shape[1]), 0.0
        losses = np.empty(steps)
        for i in range(steps):
            losses[i], dw, db = self.loss_and_grad(X, y, self.w, self.b, lam)
            self.w, self.b = self.w - lr * dw, self.b - lr * db
        return self.w, self.b, losses

    def predict_proba(self, X):
        return _squash(X @ self.w + self.b)


class NaiveLog(_Right):
    """Takes the logarithm of rounded probabilities: infinity and NaN for large scores."""

    def loss_and_grad(self, X, y, w, b, lam):
        with np.errstate(all="ignore"):
            p = 1.0 / (1.0 + np.exp(-(X @ w + b)))
            loss = -np.mean(y * np.log(p) + (1 - y) * np.log(1 - p)) + 0.5 * lam * (w @ w)
        return float(loss), X.T @ (p - y) / len(y) + lam * w, float((p - y).mean())


class ClippedLog(_Right):
    """Clips the probabilities, so a confident mistake is priced far too low."""

    def loss_and_grad(self, X, y, w, b, lam):
        p = np.clip(_squash(X @ w + b), 1e-12, 1 - 1e-12)
        loss = -np.mean(y * np.log(p) + (1 - y) * np.log(1 - p)) + 0.5 * lam * (w @ w)
        return float(loss), X.T @ (p - y) / len(y) + lam * w, float((p - y).mean())


class SquaredError(_Right):
    """Minimises the squared error of the probability."""

    def loss_and_grad(self, X, y, w, b, lam):
        p = _squash(X @ w + b)
        r = 2.0 * (p - y) * p * (1 - p)
        return float(np.mean((p - y) ** 2) + 0.5 * lam * (w @ w)), X.T @ r / len(y) + lam * w, float(r.mean())


class PenaltyNotInGradient(_Right):
    """Adds the penalty to the loss but forgets it in the gradient."""

    def loss_and_grad(self, X, y, w, b, lam):
        loss, dw, db = _right(X, y, w, b, lam)
        return loss, dw - lam * w, db


class DoublePenalty(_Right):
    """Differentiates lam |w|^2 while the loss has lam/2 |w|^2."""

    def loss_and_grad(self, X, y, w, b, lam):
        loss, dw, db = _right(X, y, w, b, lam)
        return loss, dw + lam * w, db


class PenalisedIntercept(_Right):
    """Shrinks the intercept together with the weights."""

    def loss_and_grad(self, X, y, w, b, lam):
        loss, dw, db = _right(X, y, w, b, lam)
        return loss + 0.5 * lam * b * b, dw, db + lam * b


class WarmRestart(_Right):
    """Keeps the weights of an earlier fit as the start of the next one."""

    def fit(self, X, y, lr, steps, lam):
        if self.w is None:
            return super().fit(X, y, lr, steps, lam)
        losses = np.empty(steps)
        for i in range(steps):
            losses[i], dw, db = _right(X, y, self.w, self.b, lam)
            self.w, self.b = self.w - lr * dw, self.b - lr * db
        return self.w, self.b, losses


class HardLabels(_Right):
    """Returns the class instead of its probability."""

    def predict_proba(self, X):
        return (X @ self.w + self.b > 0).astype(float)


class NaiveSigmoid(_Right):
    """e^z / (1 + e^z) is infinity over infinity for a large score."""

    def predict_proba(self, X):
        with np.errstate(all="ignore"):
            e = np.exp(X @ self.w + self.b)
            return e / (1.0 + e)


class RowLoop(_Right):
    """Visits the rows one by one in Python."""

    def loss_and_grad(self, X, y, w, b, lam):
        dw, db, loss = np.zeros(len(w)), 0.0, 0.0
        for row, target in zip(X, y):
            z = row @ w + b
            r = float(_squash(z)) - target
            loss += np.logaddexp(0.0, z) - target * z
            dw += r * row
            db += r
        return loss / len(y) + 0.5 * lam * (w @ w), dw / len(y) + lam * w, db / len(y)
