"""Wrong versions of Scaler, each with one misconception."""
import numpy as np


class _Right:
    """The right algorithm; a mutant replaces one part of it."""

    def __init__(self, kind):
        self.kind = kind

    def _std(self, X):
        return np.nanstd(X, axis=0)

    def _quantiles(self, X):
        return np.nanquantile(X, [0.25, 0.5, 0.75], axis=0)

    def _flat(self, low, high, spread):
        return (high - low <= 1e-12 * np.maximum(np.abs(high), np.abs(low))) | (spread == 0)

    def _clean(self, X):
        return np.where(np.isnan(X).all(axis=0), 0.0, X)

    def _set(self, centre, spread):
        self.centre, self.spread = centre, spread

    def fit(self, X):
        X = self._clean(X)
        low, high = np.nanmin(X, axis=0), np.nanmax(X, axis=0)
        if self.kind == "standard":
            centre, spread = np.nanmean(X, axis=0), self._std(X)
        elif self.kind == "minmax":
            centre, spread = low, high - low
        else:
            first, centre, third = self._quantiles(X)
            spread = third - first
        with np.errstate(all="ignore"):
            flat = self._flat(low, high, spread)
        self._set(centre, np.where(flat, 1.0, spread))

    def transform(self, X):
        with np.errstate(all="ignore"):
            return (X - self.centre) / self.spread

    def inverse(self, Z):
        return Z * self.spread + self.centre


class Unbiased(_Right):
    """Divides the variance by n - 1."""
    def _std(self, X):
        n = (~np.isnan(X)).sum(axis=0)
        return np.nanstd(X, axis=0) * np.sqrt(n / np.maximum(n - 1, 1))


class RefitsOnTransform(_Right):
    """Learns anew from the rows to be transformed."""
    def transform(self, X):
        self.fit(X)
        return super().transform(X)


class Accumulates(_Right):
    """A second fit adds its rows to those of the first."""
    rows = None

    def fit(self, X):
        self.rows = X if self.rows is None else np.concatenate([self.rows, X])
        super().fit(self.rows)


class ExactZero(_Right):
    """Replaces only a spread of exactly zero, which rounding avoids."""
    def _flat(self, low, high, spread):
        return spread == 0


class TinyEps(_Right):
    """Adds a small number to the spread instead of replacing it."""
    def _flat(self, low, high, spread):
        return np.zeros_like(spread, dtype=bool)

    def _set(self, centre, spread):
        super()._set(centre, spread + 1e-12)


class AbsoluteLimit(_Right):
    """Compares the range with a fixed limit."""
    def _flat(self, low, high, spread):
        return (high - low <= 1e-8) | (spread == 0)


class RangeOnly(_Right):
    """Forgets that quartiles may coincide in a column that varies."""
    def _flat(self, low, high, spread):
        return high - low <= 1e-12 * np.maximum(np.abs(high), np.abs(low))


class PlainMean(_Right):
    """Lets one missing entry spoil the column."""
    def _clean(self, X):
        return np.where(np.isnan(X).any(axis=0), np.nan, X)


class ZeroFill(_Right):
    """Counts missing entries as zeros when learning."""
    def _clean(self, X):
        return np.nan_to_num(X)


class ZeroResult(_Right):
    """Turns missing entries into zeros."""
    def transform(self, X):
        return np.nan_to_num(super().transform(X))


class EmptyColumn(_Right):
    """Forgets columns without any number."""
    def _clean(self, X):
        return X


class Clips(_Right):
    """Clips min-max results to the unit interval."""
    def transform(self, X):
        Z = super().transform(X)
        return np.clip(Z, 0, 1) if self.kind == "minmax" else Z


class NearestQuartile(_Right):
    """Takes the nearest value instead of interpolating."""
    def _quantiles(self, X):
        first, middle, third = np.nanquantile(X, [0.25, 0.5, 0.75], axis=0)
        first, third = np.nanquantile(X, [0.25, 0.75], axis=0, method="nearest")
        return first, middle, third


class MeanOfSquares(_Right):
    """Computes the variance as mean square minus squared mean."""
    def _std(self, X):
        return np.sqrt(np.maximum(np.nanmean(X * X, axis=0) - np.nanmean(X, axis=0) ** 2, 0.0))


class WholeTable(_Right):
    """One centre and one spread for all columns together."""
    def fit(self, X):
        super().fit(X.reshape(-1, 1))


class InverseSwapped(_Right):
    """Adds the centre before it multiplies."""
    def inverse(self, Z):
        return (Z + self.centre) * self.spread


class RowLoop(_Right):
    """Transforms one row after the other."""
    def transform(self, X):
        return np.array([[(v - c) / s for v, c, s in zip(row, self.centre, self.spread)] for row in X])
