"""Wrong versions of PCA, each with one misconception."""
import numpy as np


class _Right:
    """The right algorithm; a mutant replaces one part of it."""

    def _decompose(self, C):
        _, s, V = np.linalg.svd(C, full_matrices=False)
        return s ** 2, V

    def _prepare(self, X):
        first = X - X[0]
        self.m = X[0] + first.mean(axis=0)
        return first - first.mean(axis=0)

    def _share(self, variance, k):
        total = variance.sum()
        return variance[:k] / (total if total > 0 else 1.0)

    def fit(self, X, k):
        variance, V = self._decompose(self._prepare(X))
        self.V, self.r, self.variance, self.n = V[:k], self._share(variance, k), variance[:k], len(X)

    def components(self):
        return self.V

    def explained_ratio(self):
        return self.r

    def transform(self, X):
        return (X - self.m) @ self.V.T

    def inverse_transform(self, Z):
        return Z @ self.V + self.m


class NoCentring(_Right):
    """Decomposes the raw table."""
    def _prepare(self, X):
        self.m = np.zeros(X.shape[1])
        return X


class RowCentring(_Right):
    """Takes the mean along the wrong axis."""
    def _prepare(self, X):
        self.m = X.mean(axis=0)
        return X - X.mean(axis=1, keepdims=True)


class Standardises(_Right):
    """Rescales columns to unit variance."""
    def _prepare(self, X):
        C = super()._prepare(X)
        spread = C.std(axis=0)
        return C / np.where(spread > 0, spread, 1.0)


class OwnMean(_Right):
    """Centres the rows to be transformed with their own mean."""
    def transform(self, X):
        return (X - X.mean(axis=0)) @ self.V.T


class ForgetsMean(_Right):
    """The way back leaves the mean out."""
    def inverse_transform(self, Z):
        return Z @ self.V


class PlainRatio(_Right):
    """Shares of singular values instead of their squares."""
    def _share(self, variance, k):
        return super()._share(np.sqrt(variance), k)


class KeptRatio(_Right):
    """Shares among the kept directions."""
    def _share(self, variance, k):
        return super()._share(variance[:k], k)


class NoGuard(_Right):
    """Divides by a total variance of zero."""
    def _share(self, variance, k):
        with np.errstate(all="ignore"):
            return variance[:k] / variance.sum()


class RoundedMean(_Right):
    """Lets rounding of the mean pass for variance when all rows are equal."""
    def _prepare(self, X):
        self.m = X.mean(axis=0)
        return X - self.m


class Ascending(_Right):
    """Keeps the order of eigh: smallest variance first."""
    def _decompose(self, C):
        variance, V = super()._decompose(C)
        return variance[::-1], V[::-1]


class Covariance(_Right):
    """Eigenvectors of the covariance."""
    def _decompose(self, C):
        values, vectors = np.linalg.eigh(C.T @ C)
        return np.maximum(values[::-1], 0.0), vectors[:, ::-1].T


class Columns(_Right):
    """Takes columns of Vt for the directions."""
    def _decompose(self, C):
        variance, V = super()._decompose(C)
        return variance, np.ascontiguousarray(V.T) if V.shape[0] == V.shape[1] else V


class Whitens(_Right):
    """Divides the coordinates by their deviation."""
    def transform(self, X):
        return super().transform(X) / np.sqrt(np.maximum(self.variance, 1e-300) / self.n)


class Gram(_Right):
    """Directions from the table of products between rows, scaled by spreads that may be zero."""
    def _decompose(self, C):
        values, U = np.linalg.eigh(C @ C.T)
        values, U = np.maximum(values[::-1], 0.0), U[:, ::-1]
        with np.errstate(all="ignore"):
            V = (U.T @ C) / np.sqrt(values)[:, None]
        m = min(C.shape)
        return values[:m], np.nan_to_num(V[:m])


class RowLoop(_Right):
    """Transforms row by row."""
    def transform(self, X):
        return np.array([[sum(a * b for a, b in zip(row - self.m, v)) for v in self.V] for row in X])
