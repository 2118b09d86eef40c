"""Column scalers that learn from the fitted table only and pass missing entries through."""
import numpy as np


class Scaler:
    def __init__(self, kind):
        self.kind = kind

    def fit(self, X):
        empty = np.isnan(X).all(axis=0)
        X = np.where(empty, 0.0, X)  # such a column counts as constant
        low, high = np.nanmin(X, axis=0), np.nanmax(X, axis=0)
        if self.kind == "standard":
            centre, spread = np.nanmean(X, axis=0), np.nanstd(X, axis=0)
        elif self.kind == "minmax":
            centre, spread = low, high - low
        else:
            first, centre, third = np.nanquantile(X, [0.25, 0.5, 0.75], axis=0)
            spread = third - first
        flat = (high - low <= 1e-12 * np.maximum(high, -low)) | (spread == 0)
        self.centre, self.spread = centre, np.where(flat, 1.0, spread)

    def transform(self, X):
        return (X - self.centre) / self.spread

    def inverse(self, Z):
        return Z * self.spread + self.centre
