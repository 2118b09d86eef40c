"""Binary logistic regression by gradient descent, with an L2 penalty on the weights."""
import numpy as np


def _sigmoid(z):
    e = np.exp(-np.abs(z))  # in (0, 1], never overflows
    return np.where(z >= 0, 1.0, e) / (1.0 + e)


class LogReg:
    def loss_and_grad(self, X, y, w, b, lam):
        """A row costs ln(1 + e^-m) with margin m = +z for label 1 and -z for label 0."""
        z = X @ w + b
        loss = np.mean(np.logaddexp(0.0, (1 - 2 * y) * z)) + 0.5 * lam * (w @ w)
        error = _sigmoid(z) - y
        return float(loss), X.T @ error / len(y) + lam * w, float(error.mean())

    def fit(self, X, y, lr, steps, lam):
        self.w, self.b = np.zeros(X.shape[1]), 0.0
        losses = np.empty(steps)
        for step in range(steps):
            losses[step], dw, db = self.loss_and_grad(X, y, self.w, self.b, lam)
            self.w = self.w - lr * dw
            self.b = self.b - lr * db
        return self.w, self.b, losses

    def predict_proba(self, X):
        return _sigmoid(X @ self.w + self.b)
