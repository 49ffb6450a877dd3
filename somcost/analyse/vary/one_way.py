"""Each input at its low and its high, the others as they are: the one-way table and the tornado sorted by swing."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np

from somcost.analyse.planned import AnyAssessment
from somcost.analyse.vary.ranges import Range, ranges_of
from somcost.analyse.vary.variation import Variation

HEADLINE = "cost_per_participant"


@dataclass(frozen=True, slots=True)
class Bar:
    """One input's effect (søjle i tornadodiagrammet).

    Attributes:
        range: The input with its low and high.
        base: The result as calculated; None where it is not defined.
        at_low: The result with the input at its low; None where it is not defined.
        at_high: The result with the input at its high.
    """

    range: Range
    base: float | None
    at_low: float | None
    at_high: float | None

    @property
    def swing(self) -> float:
        """How far the result moves between low and high (udsving); 0 where it is not defined."""
        if self.at_low is None or self.at_high is None:
            return 0.0
        return abs(self.at_high - self.at_low)

    @property
    def rises(self) -> bool:
        """Whether the result is higher with the input at its high than at its low."""
        return self.at_low is not None and self.at_high is not None and self.at_high > self.at_low

    def as_dict(self) -> dict[str, Any]:
        """Give the bar as plain data."""
        return {
            "key": self.range.key.name,
            "unit": self.range.key.unit,
            "value": self.range.key.base,
            "low": self.range.low,
            "high": self.range.high,
            "range_from": self.range.origin,
            "range_by_quantiles": self.range.by_quantiles,
            "reason": self.range.reason,
            "result_at_low": self.at_low,
            "result": self.base,
            "result_at_high": self.at_high,
            "swing": self.swing,
        }


def one_way(
    assessment: AnyAssessment, *, result: str = HEADLINE, ranges: Mapping[str, Range] | None = None
) -> list[Bar]:
    """Evaluate a result with each input at its low and high (følsomhedsanalyse, ét input ad gangen).

    Args:
        assessment: What is varied.
        result: Name of the result: `annual_operating_cost`, `variants.full_time.cost_per_enrolled`.
        ranges: The ranges by key; every input's own if none are given.

    Returns:
        One bar an input, in the order of the ranges.
    """
    each = ranges_of(assessment) if ranges is None else ranges
    return [_bar(assessment, result, found) for found in each.values()]


def _bar(assessment: AnyAssessment, result: str, found: Range) -> Bar:
    name = found.key.name
    variation = Variation(assessment, [name])
    at_low, at_high = variation.at({name: [found.low, found.high]}, [result])[result]
    return Bar(found, variation.base[result], number(at_low), number(at_high))


def number(value: Any) -> float | None:
    """Give a plain number; None for what is not defined."""
    return float(value) if np.isfinite(value) else None


def tornado(
    assessment: AnyAssessment, *, result: str = HEADLINE, ranges: Mapping[str, Range] | None = None
) -> list[Bar]:
    """Give the one-way bars that move the result, the widest first (tornado).

    >>> import somcost
    >>> bars = tornado(somcost.assess("scenarios/jammerbugt.yaml"))
    >>> bars[0].range.key.name
    'parameters.annual_hours_norm'
    """
    return widest_first(one_way(assessment, result=result, ranges=ranges))


def widest_first(bars: Iterable[Bar]) -> list[Bar]:
    """Give the bars that move the result, the widest first."""
    return sorted((bar for bar in bars if bar.swing), key=lambda bar: (-bar.swing, bar.range.key.name))
