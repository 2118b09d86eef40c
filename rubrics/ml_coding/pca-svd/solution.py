"""Principal component analysis by the thin singular value decomposition of the centred table."""
import numpy as np


class PCA:
    def fit(self, X, k):
        shifted = X - X[0]  # equal rows become exact zeros
        self._mean = X[0] + shifted.mean(axis=0)
        _, s, directions = np.linalg.svd(shifted - shifted.mean(axis=0), full_matrices=False)
        variance = s ** 2
        total = variance.sum()
        self._components = directions[:k]
        self._ratio = variance[:k] / (total if total > 0 else 1.0)

    def components(self):
        return self._components

    def explained_ratio(self):
        return self._ratio

    def transform(self, X):
        return (X - self._mean) @ self._components.T

    def inverse_transform(self, Z):
        return Z @ self._components + self._mean
