"""Scaled dot-product attention for a batch, with an optional visibility mask."""
import numpy as np


def attention(Q, K, V, mask=None):
    scores = Q @ np.swapaxes(K, -1, -2) / Q.shape[-1] ** 0.5  # a Python float keeps float32
    if mask is not None:
        scores[~mask] = -np.inf
    top = scores.max(axis=-1, keepdims=True)
    top[np.isneginf(top)] = 0.0  # a fully blocked row: exp(-inf - 0) = 0
    weights = np.exp(scores - top)
    total = weights.sum(axis=-1, keepdims=True)
    weights = np.divide(weights, total, out=np.zeros_like(weights), where=total > 0)
    return weights @ V, weights
