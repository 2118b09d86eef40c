import numpy as np

NAN = float("nan")


def grad(X, y, w, b):
    return np.full(w.shape, NAN), NAN


def fit_gd(X, y, lr, steps):
    return np.full(X.shape[1], NAN), NAN, np.full(steps, NAN)
