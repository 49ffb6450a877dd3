"""Figures from draws, each with its Monte Carlo standard error: mean, spread, quantiles, chance to exceed a number."""

import math
from dataclasses import dataclass
from typing import Any

import numpy as np

from somcost.analyse.vary.one_way import number
from somcost.cost.evaluate import Array

AT_A_TIME = 2**14


@dataclass(frozen=True, slots=True)
class Estimate:
    """A figure from draws and its Monte Carlo standard error (simuleringens standardfejl), not a number if unknown."""

    value: float
    error: float

    def as_dict(self) -> dict[str, Any]:
        """Give both as plain data."""
        return {"value": self.value, "error": number(self.error)}


def plain(estimate: Estimate | None) -> dict[str, Any] | None:
    """Give an estimate as plain data; None for what is not defined."""
    return None if estimate is None else estimate.as_dict()


def standard_error(apart: Array) -> float:
    """Give the standard error of the mean of independent figures; not a number for one alone."""
    return float(np.std(apart, ddof=1) / math.sqrt(len(apart))) if len(apart) > 1 else math.nan


def mean_of(ordered: Array) -> Estimate:
    """Give the mean; its error is sd / √n."""
    return Estimate(float(np.mean(ordered)), sd_of(ordered).value / math.sqrt(len(ordered)))


def sd_of(ordered: Array, *, lost: int = 1) -> Estimate:
    """Give the standard deviation; its error is √((m₄ − m₂²) / n) / 2 sd, with m₂ and m₄ the central moments.

    Args:
        ordered: Two draws or more.
        lost: Degrees of freedom lost to the mean: 1 of random draws, 0 of evenly spread ones, whose mean is sure.
    """
    count = len(ordered)
    second, fourth = _central_moments(ordered)
    sd = math.sqrt(second * count / (count - lost)) if count > lost else math.nan
    return Estimate(sd, math.sqrt(max(fourth - second**2, 0.0) / count) / (2 * sd) if sd else 0.0)


def _central_moments(ordered: Array) -> tuple[float, float]:
    """Give m₂ and m₄, added up some draws at a time."""
    mean, second, fourth = np.mean(ordered), 0.0, 0.0
    for start in range(0, len(ordered), AT_A_TIME):
        squares = (ordered[start : start + AT_A_TIME] - mean) ** 2
        second += float(squares.sum())
        fourth += float(squares @ squares)
    return second / len(ordered), fourth / len(ordered)


def quantile_of(ordered: Array, share: float) -> Estimate:
    """Give a quantile on the line between the draws on both sides of it (Hyndman and Fan 1996, type 7).

    Its error is half the distance between the draws one binomial standard deviation, √(n p (1 − p)) places, either
    side: they hold the true quantile with the chance of a normal value to lie within one standard deviation.

    >>> quantile_of(np.array([1.0, 2.0, 4.0]), 0.75).value
    3.0
    """
    last = len(ordered) - 1
    place = last * share
    apart = math.sqrt(len(ordered) * share * (1 - share))
    value, low, high = (_at(ordered, min(max(each, 0.0), last)) for each in (place, place - apart, place + apart))
    return Estimate(value, (high - low) / 2)


def _at(ordered: Array, place: float) -> float:
    below = math.floor(place)
    above = min(below + 1, len(ordered) - 1)
    return float(ordered[below] + (place - below) * (ordered[above] - ordered[below]))


def chance_above(ordered: Array, threshold: float) -> Estimate:
    """Give the share of draws above a threshold.

    Its error is that of a share with half a draw more on either side, so that none of n draws is not taken for never.
    """
    count = len(ordered)
    above = count - int(np.searchsorted(ordered, threshold, side="right"))
    drawn_in = (above + 0.5) / (count + 1)
    return Estimate(above / count, math.sqrt(drawn_in * (1 - drawn_in) / (count + 1)))
