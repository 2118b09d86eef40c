"""Adam with bias correction; weight decay in the gradient (L2) or apart from it (AdamW)."""
import numpy as np


class Adam:
    def __init__(self, lr, beta1, beta2, eps, weight_decay, decoupled):
        self.lr, self.beta1, self.beta2, self.eps = lr, beta1, beta2, eps
        self.weight_decay, self.decoupled = weight_decay, decoupled
        self.state = {}  # name -> (first moment, second moment, updates so far)

    def step(self, params, grads):
        return {name: self._update(name, p, grads[name]) if name in grads else p for name, p in params.items()}

    def _update(self, name, p, g):
        decay = self.weight_decay * p
        if not self.decoupled:
            g = g + decay
        m, v, t = self.state.get(name, (np.zeros_like(p), np.zeros_like(p), 0))
        m = self.beta1 * m + (1 - self.beta1) * g
        v = self.beta2 * v + (1 - self.beta2) * g * g
        t += 1
        self.state[name] = m, v, t
        change = (m / (1 - self.beta1 ** t)) / (np.sqrt(v / (1 - self.beta2 ** t)) + self.eps)
        if self.decoupled:
            change = change + decay
        return p - self.lr * change
