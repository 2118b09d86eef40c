"""Wrong versions of Adam, each with one misconception."""
import numpy as np


class _Right:
    """The right algorithm; a mutant replaces one part of it."""

    def __init__(self, lr, beta1, beta2, eps, weight_decay, decoupled):
        self.lr, self.beta1, self.beta2, self.eps, self.decay, self.decoupled = lr, beta1, beta2, eps, weight_decay, decoupled
        self.state = self._store()
        self.steps = 0

    def _store(self):
        return {}

    def _inside(self):
        return not self.decoupled

    def _count(self, t):
        return t + 1

    def _square(self, g):
        return g * g

    def _correct(self, m, v, t):
        return m / (1 - self.beta1 ** t), v / (1 - self.beta2 ** t)

    def _ratio(self, m, v, t):
        return m / (np.sqrt(v) + self.eps)

    def _finish(self, p, ratio):
        return p - self.lr * ratio - (self.lr * self.decay * p if self.decoupled else 0.0)

    def _keep(self, m, v, fixed_m, fixed_v):
        return m, v

    def step(self, params, grads):
        self.steps += 1
        out = {}
        for name, p in params.items():
            out[name] = self._one(name, p, grads[name]) if name in grads else self._absent(name, p)
        return out

    def _absent(self, name, p):
        return p

    def _one(self, name, p, g):
        if self._inside():
            g = g + self.decay * p
        m, v, t = self.state.get(name, (np.zeros_like(p), np.zeros_like(p), 0))
        m = self.beta1 * m + (1 - self.beta1) * g
        v = self.beta2 * v + (1 - self.beta2) * self._square(g)
        t = self._count(t)
        fixed_m, fixed_v = self._correct(m, v, t)
        kept = self._keep(m, v, fixed_m, fixed_v)
        self.state[name] = (kept[0], kept[1], t)
        return self._finish(p, self._ratio(fixed_m, fixed_v, t))


class NoCorrection(_Right):
    """Leaves out the bias correction."""
    def _correct(self, m, v, t):
        return m, v


class OneCorrection(_Right):
    """Corrects the first moment only."""
    def _correct(self, m, v, t):
        return m / (1 - self.beta1 ** t), v


class StoresCorrected(_Right):
    """Stores the corrected moments and corrects them again."""
    def _keep(self, m, v, fixed_m, fixed_v):
        return fixed_m, fixed_v


class EpsInside(_Right):
    """Adds eps under the root."""
    def _ratio(self, m, v, t):
        return m / np.sqrt(v + self.eps)


class EpsCorrected(_Right):
    """Adds eps to the root of the uncorrected second moment and moves the correction into the rate."""
    def _ratio(self, m, v, t):
        c = np.float64(1 - self.beta2 ** t) ** 0.5
        return (m / (np.sqrt(v) + self.eps / c)).astype(m.dtype)


class SharedCount(_Right):
    """One count for all names, raised once per step."""
    def _count(self, t):
        return self.steps


class CountsNames(_Right):
    """One count for all names, raised for each array."""
    def __init__(self, *args):
        super().__init__(*args)
        self.seen = 0

    def _count(self, t):
        self.seen += 1
        return self.seen


class AlwaysL2(_Right):
    """Puts the decay into the gradient in both modes."""
    def _inside(self):
        return True

    def _finish(self, p, ratio):
        return p - self.lr * ratio


class BothDecays(_Right):
    """Decays inside and outside of the gradient when decoupled."""
    def _inside(self):
        return True


class DecayWithoutRate(_Right):
    """Forgets the learning rate in the decoupled decay."""
    def _finish(self, p, ratio):
        return p - self.lr * ratio - (self.decay * p if self.decoupled else 0.0)


class DecayAfter(_Right):
    """Decays the already updated weight."""
    def _finish(self, p, ratio):
        new = p - self.lr * ratio
        return new * (1 - self.lr * self.decay) if self.decoupled else new


class AbsentIsZero(_Right):
    """Treats a missing gradient as one of zeros."""
    def _absent(self, name, p):
        return self._one(name, p, np.zeros_like(p))


class AbsentDecays(_Right):
    """Decays frozen arrays too."""
    def _absent(self, name, p):
        return self._finish(p, np.zeros_like(p))


_SHARED = {}


class SharedStore(_Right):
    """Keeps the state where all optimisers see it."""
    def _store(self):
        return _SHARED


class SquareOfMean(_Right):
    """Averages the size of the gradient instead of its square."""
    def _square(self, g):
        return np.abs(g)


class Widens(_Right):
    """Lets a float64 array of the learning rate widen float32."""
    def _finish(self, p, ratio):
        return super()._finish(p.astype(np.float64), ratio)


class EntryLoop(_Right):
    """Updates one entry after the other."""
    def _ratio(self, m, v, t):
        return np.array([a / (b ** 0.5 + self.eps) for a, b in zip(m.ravel().tolist(), v.ravel().tolist())], dtype=m.dtype).reshape(m.shape)

    def _square(self, g):
        return np.array([a * a for a in g.ravel().tolist()], dtype=g.dtype).reshape(g.shape)
