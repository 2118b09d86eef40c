"""Area under the ROC curve from average ranks, O(n log n)."""
import numpy as np


def roc_auc(y, s):
    positive = np.asarray(y) == 1
    p = np.count_nonzero(positive)
    q = len(positive) - p
    if p == 0 or q == 0:
        raise ValueError("both classes are needed")
    _, group, size = np.unique(s, return_inverse=True, return_counts=True)
    rank = np.cumsum(size) - (size - 1) / 2  # the mean of the ranks that a group of equal scores takes
    return float((rank[group[positive]].sum() - p * (p + 1) / 2) / (p * q))
