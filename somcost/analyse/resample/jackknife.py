"""The jackknife: what leaving out each unit in turn says of a figure's bias, its standard error and its skewness."""

from dataclasses import dataclass

import numpy as np

from somcost.analyse.resample.draws import Scheme
from somcost.cost.evaluate import Array

RELATIVE_TOLERANCE = 1e-12
"""Numbers closer than this are one number, told apart only by the machine's last digits."""


@dataclass(frozen=True, slots=True)
class Jackknife:
    """What the jackknife says (jackknife).

    Attributes:
        bias: How far the figure lies above what it estimates, in its unit; None where the number of units is by chance.
        standard_error: Its standard error, in its unit (standardfejl).
        acceleration: How fast the standard error grows with the figure; the bootstrap's BCa interval needs it.
    """

    bias: float | None
    standard_error: float
    acceleration: float


def jackknife(left_out: Array, estimate: float, *, scheme: Scheme) -> Jackknife | None:
    """Give bias, standard error and acceleration.

        bias = (n − l) / l × (mean of the figures − figure)
        standard error² = (n − l) / l × mean of (figure left out − their mean)²
        acceleration = √l × Σ d³ / (6 × (Σ d²)^1.5), d = their mean − figure left out

    with n units left out in blocks of l. Where the number of units is by chance, the deviations are from the figure
    itself, and their squares are added up.

    Args:
        left_out: The figure with each block of units left out.
        estimate: The figure itself.
        scheme: How many units there are, and how they hang together.

    Returns:
        None where the figure is not defined without some of the units.

    Source: Efron and Tibshirani 1993, chapters 11 and 14.3; blocks: Künsch 1989; Shao and Wu 1989.

    >>> found = jackknife(np.array([3.5, 3.0, 2.5]), 3.0, scheme=Scheme(3))  # the mean of 2, 3 and 4
    >>> round(found.standard_error, 6)  # 1 / √3
    0.57735
    """
    if not left_out.size or not np.isfinite(left_out).all():
        return None
    centre = float(left_out.mean()) if scheme.held else estimate
    deviations = centre - left_out
    deviations[np.abs(deviations) <= RELATIVE_TOLERANCE * abs(centre)] = 0.0
    squares = float(np.sum(deviations**2))
    skewness = float(np.sum((deviations / np.sqrt(squares)) ** 3)) if squares else 0.0
    scale = (scheme.count - scheme.block) / scheme.block
    return Jackknife(
        bias=scale * (centre - estimate) if scheme.held else None,
        standard_error=float(np.sqrt(squares * (scale / scheme.count if scheme.held else 1.0))),
        acceleration=float(np.sqrt(scheme.block)) * skewness / 6,
    )
