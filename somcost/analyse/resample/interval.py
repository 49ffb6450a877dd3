"""Bootstrap intervals: the plain percentiles, and BCa, which corrects them for bias and skewness."""

from dataclasses import dataclass
from statistics import NormalDist
from typing import Final

import numpy as np

from somcost.analyse.resample.jackknife import RELATIVE_TOLERANCE
from somcost.cost.evaluate import Array

QUANTILE_RULE: Final = "weibull"
"""The p-quantile of B draws is the (B + 1) p-th of them in order, between neighbours in proportion."""

Ends = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Interval:
    """An interval round a figure (konfidensinterval), in its unit.

    Attributes:
        bca: Low and high, corrected for bias and skewness; None where that is not defined.
        percentile: Low and high as they lie in the draws.
        standard_error: Standard deviation of the draws.
        bias_correction: z0, 0 where half of the draws lie below the figure; None where all lie on one side.
        why: Why there is no BCa interval, or why it is a point.
    """

    bca: Ends | None
    percentile: Ends
    standard_error: float
    bias_correction: float | None
    why: str = ""


def interval(draws: Array, estimate: float, *, acceleration: float | None, confidence: float) -> Interval:
    """Give the intervals that hold the figure with some confidence.

        z0 = Φ⁻¹(share of the draws below the figure, those equal to it by half)
        ends = the draws' quantiles at Φ(z0 + (z0 + z) / (1 − a (z0 + z))), z = Φ⁻¹((1 ∓ confidence) / 2)

    Args:
        draws: The figure in each draw, all defined.
        estimate: The figure itself.
        acceleration: The jackknife's a; None where it is not defined.
        confidence: Share of the intervals made so that hold the figure.

    Source: Efron 1987; Efron and Tibshirani 1993, chapter 14.3.

    >>> found = interval(np.arange(1.0, 100), 50.0, acceleration=0.0, confidence=0.90)
    >>> [round(end, 9) for end in (*found.percentile, *found.bca)]
    [5.0, 95.0, 5.0, 95.0]
    """
    if np.ptp(draws) <= RELATIVE_TOLERANCE * abs(estimate):
        return Interval((estimate, estimate), (estimate, estimate), 0.0, 0.0, "all draws give the same figure")
    tail = (1 - confidence) / 2
    percentile = _ends(draws, (tail, 1 - tail))
    spread = float(np.std(draws, ddof=1))
    below = _share_below(draws, estimate)
    if not 0 < below < 1:
        return Interval(None, percentile, spread, None, "all draws lie on one side of the figure")
    correction = NormalDist().inv_cdf(below)
    if acceleration is None:
        return Interval(None, percentile, spread, correction, "without some of the units the figure is not defined")
    shares = [_corrected(correction, NormalDist().inv_cdf(each), acceleration) for each in (tail, 1 - tail)]
    low, high = shares
    if low is None or high is None:
        return Interval(None, percentile, spread, correction, "the correction for skewness reaches beyond all draws")
    return Interval(_ends(draws, (low, high)), percentile, spread, correction)


def _share_below(draws: Array, estimate: float) -> float:
    same = np.abs(draws - estimate) <= RELATIVE_TOLERANCE * abs(estimate)
    return float(np.mean((draws < estimate) & ~same) + np.mean(same) / 2)


def _corrected(correction: float, quantile: float, acceleration: float) -> float | None:
    moved = correction + quantile
    slope = 1 - acceleration * moved
    return NormalDist().cdf(correction + moved / slope) if slope > 0 else None


def _ends(draws: Array, shares: Ends) -> Ends:
    low, high = np.quantile(draws, shares, method=QUANTILE_RULE)
    return float(low), float(high)
