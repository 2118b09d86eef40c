"""A network with one hidden ReLU layer, its gradients by hand, and mini-batch training."""
import numpy as np


def init_params(d, h, K, seed):
    rng = np.random.default_rng(seed)
    return {"W1": rng.normal(0.0, np.sqrt(2 / d), (d, h)), "b1": np.zeros(h), "W2": rng.normal(0.0, 0.01, (h, K)), "b2": np.zeros(K)}


def _forward(params, X):
    H = np.maximum(X @ params["W1"] + params["b1"], 0.0)
    return H, H @ params["W2"] + params["b2"]


def loss_and_grads(params, X, y, lam):
    W1, W2, n = params["W1"], params["W2"], len(y)
    H, Z = _forward(params, X)
    Z = Z - Z.max(axis=1, keepdims=True)
    log_p = Z - np.log(np.exp(Z).sum(axis=1, keepdims=True))
    rows = np.arange(n)
    loss = -log_p[rows, y].mean() + 0.5 * lam * ((W1 ** 2).sum() + (W2 ** 2).sum())
    dZ = np.exp(log_p)
    dZ[rows, y] -= 1.0
    dZ /= n
    dA = (dZ @ W2.T) * (H > 0)
    return float(loss), {"W1": X.T @ dA + lam * W1, "b1": dA.sum(axis=0), "W2": H.T @ dZ + lam * W2, "b2": dZ.sum(axis=0)}


def train(params, X, y, lr, epochs, batch, lam, seed):
    rng, losses = np.random.default_rng(seed), np.empty(epochs)
    for e in range(epochs):
        order = rng.permutation(len(y))
        for i in range(0, len(y), batch):
            rows = order[i:i + batch]
            _, grads = loss_and_grads(params, X[rows], y[rows], lam)
            params = {k: params[k] - lr * grads[k] for k in params}
        losses[e] = loss_and_grads(params, X, y, lam)[0]
    return params, losses


def predict(params, X):
    return _forward(params, X)[1].argmax(axis=1)
