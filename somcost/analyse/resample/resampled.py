"""One figure resampled: what the jackknife and the bootstrap say of it."""

from dataclasses import dataclass
from typing import Any

import numpy as np

from somcost.analyse.resample.draws import Scheme
from somcost.analyse.resample.interval import Interval, interval
from somcost.analyse.resample.jackknife import Jackknife, jackknife
from somcost.analyse.vary.one_way import number
from somcost.cost.evaluate import Array


@dataclass(frozen=True, slots=True)
class Resampled:
    """A figure, and how sure it is.

    Attributes:
        value: As calculated; None where it is not defined.
        jackknife: None where the figure is not defined, or not without some of the units.
        interval: None where nothing can be said.
        undefined: Draws in which the figure is not defined; the interval rests on the others.
        note: What is to be known of this figure.
    """

    value: float | None
    jackknife: Jackknife | None = None
    interval: Interval | None = None
    undefined: int = 0
    note: str = ""

    @property
    def low(self) -> float | None:
        """The interval's low end: BCa's, or the percentile's where there is none."""
        return self._ends[0]

    @property
    def high(self) -> float | None:
        """The interval's high end."""
        return self._ends[1]

    @property
    def _ends(self) -> tuple[float | None, float | None]:
        if self.interval is None:
            return None, None
        return self.interval.bca or self.interval.percentile

    def as_dict(self) -> dict[str, Any]:
        """Give the figure as plain data."""
        return {
            "value": self.value,
            "low": self.low,
            "high": self.high,
            "interval": None if self.interval is None else "bca" if self.interval.bca else "percentile",
            "jackknife": _jackknife(self.jackknife),
            "bootstrap": _bootstrap(self.interval),
            "undefined_draws": self.undefined,
            "note": self.note,
        }


def _jackknife(found: Jackknife | None) -> dict[str, Any] | None:
    if found is None:
        return None
    return {"bias": found.bias, "standard_error": found.standard_error, "acceleration": found.acceleration}


def _bootstrap(found: Interval | None) -> dict[str, Any] | None:
    if found is None:
        return None
    return {
        "bca": list(found.bca) if found.bca else None,
        "percentile": list(found.percentile),
        "standard_error": found.standard_error,
        "bias_correction": found.bias_correction,
    }


def resampled(value: float, draws: Array, left_out: Array, *, scheme: Scheme, confidence: float) -> Resampled:
    """Say how sure a figure is.

    Args:
        value: The figure.
        draws: The figure in each draw of the bootstrap.
        left_out: The figure with each block of units left out.
        scheme: How the units were drawn.
        confidence: Confidence of the interval.
    """
    defined = draws[np.isfinite(draws)]
    undefined = int(draws.size - defined.size)
    found = jackknife(left_out, value, scheme=scheme)
    if not defined.size:
        return Resampled(number(value), found, undefined=undefined, note="no draw leaves the figure defined")
    acceleration = None if found is None else found.acceleration
    ends = interval(defined, value, acceleration=acceleration, confidence=confidence)
    return Resampled(number(value), found, ends, undefined, ends.why)
