"""Rank correlation: how surely a result rises with an input, whatever the curve."""

import numpy as np

from somcost.cost.evaluate import Array


def rank_correlation(first: Array, second: Array) -> float | None:
    """Give Spearman's rank correlation of the pairs that are defined; None where either never changes.

    >>> round(rank_correlation(np.array([1.0, 2, 3, 4]), np.array([1.0, 4, 9, 16])), 12)
    1.0
    """
    defined = np.isfinite(first) & np.isfinite(second)
    ranks = [_ranks(first[defined]), _ranks(second[defined])]
    if any(each.size == 0 or each.min() == each.max() for each in ranks):
        return None
    return float(np.corrcoef(ranks[0], ranks[1])[0, 1])


def _ranks(values: Array) -> Array:
    """Give each value's rank; equal values share the mean of theirs."""
    _, place, counts = np.unique(values, return_inverse=True, return_counts=True)
    last = np.cumsum(counts)
    shared: Array = (last - (counts - 1) / 2)[place]
    return shared
