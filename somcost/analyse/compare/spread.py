"""How far apart unit costs lie: means, ratio of sums, lowest and highest, spread, and who lies far from the others."""

import math
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np

from somcost.analyse.vary.one_way import number

FENCE = 1.5
FEW = 5
OUTLIER_RULE = f"more than {FENCE} × the interquartile range outside the quartiles (Tukey; linear between ranks)"
"""By which rule an outlier is one; with fewer than five values it says nothing, and none is named."""


@dataclass(frozen=True, slots=True)
class Ratio:
    """A unit cost with what it is made of.

    Attributes:
        value: The unit cost; None where it is missing.
        cost: What is divided; None where it is not known.
        count: What it is divided by.
    """

    value: float | None
    cost: float | None = None
    count: float | None = None


@dataclass(frozen=True, slots=True)
class Spread:
    """Unit costs of several sites or municipalities (spredning).

    Attributes:
        count: How many are known.
        missing: The names of those that are not, skipped.
        mean_of_ratios: The plain mean of the unit costs: each site counts alike (simpelt gennemsnit).
        ratio_of_sums: Sum of the costs / sum of what they are divided by: each citizen counts alike (vægtet).
        outside_sums: The names that are known but left out of the sums, as cost or count is not.
        lowest: Name and value.
        highest: Name and value.
        standard_deviation: Of the sample (n − 1).
        coefficient_of_variation: Standard deviation / mean, a share.
        quartiles: The lower and upper quartile.
        outliers: The names of those far from the others, by `OUTLIER_RULE`; none where `few`.
    """

    count: int
    missing: tuple[str, ...] = ()
    mean_of_ratios: float | None = None
    ratio_of_sums: float | None = None
    outside_sums: tuple[str, ...] = ()
    lowest: tuple[str, float] | None = None
    highest: tuple[str, float] | None = None
    standard_deviation: float | None = None
    coefficient_of_variation: float | None = None
    quartiles: tuple[float, float] | None = None
    outliers: tuple[str, ...] = ()

    @property
    def few(self) -> bool:
        """Whether there are too few values to tell an outlier."""
        return self.count < FEW

    def as_dict(self) -> dict[str, Any]:
        """Give the spread as plain data."""
        return {
            "count": self.count,
            "missing": list(self.missing),
            "mean_of_ratios": self.mean_of_ratios,
            "ratio_of_sums": self.ratio_of_sums,
            "outside_sums": list(self.outside_sums),
            "lowest": _extreme(self.lowest),
            "highest": _extreme(self.highest),
            "standard_deviation": self.standard_deviation,
            "coefficient_of_variation": self.coefficient_of_variation,
            "quartiles": None if self.quartiles is None else list(self.quartiles),
            "outliers": list(self.outliers),
            "outlier_rule": f"none is told of fewer than {FEW}" if self.few else OUTLIER_RULE,
        }


def _extreme(found: tuple[str, float] | None) -> dict[str, Any] | None:
    return None if found is None else {"name": found[0], "value": found[1]}


def spread_of(ratios: Mapping[str, Ratio]) -> Spread:
    """Say how far apart unit costs lie; what is missing is skipped and named.

    Source: 60 and 20 km/h over the same way: their mean is 40, but 120 km took 4 hours, 30 km/h
    (https://en.wikipedia.org/wiki/Harmonic_mean, Average speed).

    >>> found = spread_of({"out": Ratio(60, cost=60, count=1), "home": Ratio(20, cost=60, count=3)})
    >>> found.mean_of_ratios, found.ratio_of_sums
    (40.0, 30.0)
    """
    known = {name: ratio.value for name, ratio in ratios.items() if ratio.value is not None}
    missing = tuple(name for name, ratio in ratios.items() if ratio.value is None)
    if not known:
        return Spread(0, missing)
    values = np.array(list(known.values()), dtype=np.float64)
    mean = float(values.mean())
    deviation = float(values.std(ddof=1)) if len(values) > 1 else None
    low, high = (float(each) for each in np.quantile(values, [0.25, 0.75]))
    outside = tuple(name for name in known if not _has_both(ratios[name]))
    return Spread(
        count=len(known),
        missing=missing,
        mean_of_ratios=mean,
        ratio_of_sums=_ratio_of_sums([ratios[name] for name in known if name not in outside]),
        outside_sums=outside,
        lowest=min(known.items(), key=lambda each: each[1]),
        highest=max(known.items(), key=lambda each: each[1]),
        standard_deviation=deviation,
        coefficient_of_variation=deviation / mean if deviation is not None and mean else None,
        quartiles=(low, high),
        outliers=_outliers(known, low, high),
    )


def _has_both(ratio: Ratio) -> bool:
    return ratio.cost is not None and ratio.count is not None


def _ratio_of_sums(ratios: list[Ratio]) -> float | None:
    count = math.fsum(ratio.count or 0.0 for ratio in ratios)
    return number(math.fsum(ratio.cost or 0.0 for ratio in ratios) / count) if count else None


def _outliers(known: Mapping[str, float], low: float, high: float) -> tuple[str, ...]:
    if len(known) < FEW:
        return ()
    reach = FENCE * (high - low)
    return tuple(name for name, value in known.items() if not low - reach <= value <= high + reach)
