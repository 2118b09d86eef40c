"""Wrong versions of roc_auc, each with one misconception."""
import numpy as np


def _split(y, s):
    y, s = np.asarray(y) == 1, np.asarray(s)
    if y.all() or not y.any():
        raise ValueError("both classes are needed")
    return s[y], s[~y]


def _pairs(y, s, tie=0.5):
    """The right area by binary search; a mutant changes what a tie is worth."""
    pos, neg = _split(y, s)
    neg = np.sort(neg)
    below, upto = np.searchsorted(neg, pos, "left"), np.searchsorted(neg, pos, "right")
    return float((below + tie * (upto - below)).sum() / (len(pos) * len(neg)))


def ties_lose(y, s):
    """Counts equal scores as lost."""
    return _pairs(y, s, 0.0)


def ties_win(y, s):
    """Counts equal scores as won."""
    return _pairs(y, s, 1.0)


def ordinal_ranks(y, s):
    """Ranks rows by a double argsort, so ties depend on the order of the rows."""
    pos, neg = _split(y, s)
    rank = np.argsort(np.argsort(s, kind="stable"), kind="stable") + 1
    p = len(pos)
    return float((rank[np.asarray(y) == 1].sum() - p * (p + 1) / 2) / (p * len(neg)))


def row_by_row_curve(y, s):
    """Integrates a curve with a point after each row, also inside a group of equal scores."""
    pos, neg = _split(y, s)
    order = np.argsort(-np.asarray(s, dtype=float), kind="stable")
    hit = np.asarray(y)[order] == 1
    return float(np.cumsum(hit)[~hit].sum() / (len(pos) * len(neg)))


def zero_based(y, s):
    """Counts ranks from 0 but subtracts the sum for ranks from 1."""
    pos, neg = _split(y, s)
    return float(np.clip(_pairs(y, s) - 1 / len(neg), 0, 1))


def folded(y, s):
    """Returns the larger of the area and its complement."""
    area = _pairs(y, s)
    return max(area, 1 - area)


def upside_down(y, s):
    """Takes the lowest score as the most positive."""
    return 1 - _pairs(y, s)


def grid(y, s):
    """Uses a hundred fixed thresholds between 0 and 1."""
    pos, neg = _split(y, s)
    cuts = np.linspace(1, 0, 101)
    tpr = np.r_[0, [(pos >= c).mean() for c in cuts], 1]
    fpr = np.r_[0, [(neg >= c).mean() for c in cuts], 1]
    return float(((fpr[1:] - fpr[:-1]) * (tpr[1:] + tpr[:-1]) / 2).sum())


def rounded(y, s):
    """Treats scores that agree to six digits as equal."""
    return _pairs(y, np.round(np.asarray(s, dtype=float), 6))


def one_class_half(y, s):
    """Returns 0.5 when a class is absent."""
    return 0.5 if len(np.unique(y)) < 2 else _pairs(y, s)


def one_class_nan(y, s):
    """Divides by zero when a class is absent and returns NaN."""
    return float("nan") if len(np.unique(y)) < 2 else _pairs(y, s)


def balanced_accuracy(y, s):
    """The mean of both hit rates at the threshold 0.5."""
    pos, neg = _split(y, s)
    return float(((pos > 0.5).mean() + (neg <= 0.5).mean()) / 2)


def label_type_counts(y, s):
    """Counts the positives in the type of the labels, which overflows."""
    pos, neg = _split(y, s)
    y = np.asarray(y)
    p = int(y.sum(dtype=y.dtype))
    return float(np.clip(_pairs(y, s) * len(pos) / max(p, 1), 0, 1))


def score_type_ranks(y, s):
    """Keeps ranks in the type of the scores, too short for their sum."""
    pos, neg = _split(y, s)
    _, group, size = np.unique(s, return_inverse=True, return_counts=True)
    kind = np.asarray(s).dtype if np.asarray(s).dtype.kind == "f" else np.float64
    rank = (np.cumsum(size) - (size - 1) / 2).astype(kind)
    p = len(pos)
    return float((rank[group[np.asarray(y) == 1]].sum() - p * (p + 1) / 2) / (p * len(neg)))


def all_pairs(y, s):
    """Compares every positive with every negative row."""
    pos, neg = _split(y, s)
    return float(sum((v > neg).sum() + 0.5 * (v == neg).sum() for v in pos) / (len(pos) * len(neg)))
