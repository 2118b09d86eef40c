"""Softmax cross-entropy with label smoothing and an ignored label: the mean loss and its gradient."""
import numpy as np


def softmax_ce(Z, y, smoothing, ignore):
    counted = np.flatnonzero(y != ignore)
    dZ = np.zeros_like(Z)
    if len(counted) == 0:
        return 0.0, dZ
    z = Z[counted]
    z = z - z.max(axis=1, keepdims=True)
    log_p = z - np.log(np.exp(z).sum(axis=1, keepdims=True))
    target = np.full_like(z, smoothing / z.shape[1])
    target[np.arange(len(z)), y[counted]] += 1 - smoothing
    dZ[counted] = (np.exp(log_p) - target) / len(z)
    return float(-(target * log_p).sum() / len(z)), dZ
