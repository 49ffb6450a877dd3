"""Which values lie far from the others: by median and median absolute deviation, which the far ones do not move."""

from collections.abc import Sequence
from dataclasses import dataclass
from statistics import median

NORMAL = 1.4826
"""What makes the median absolute deviation a standard deviation where values are normal: 1 / Φ⁻¹(3/4)."""
DEVIATIONS = 3.5
"""Robust deviations from the median that are far (Iglewicz and Hoaglin 1993: modified z-scores above 3.5)."""
LEAST_SHARE = 0.25
"""Share of the median that a value must be off too: among values much alike a small difference is no finding."""
FEWEST = 6
"""Values needed before any is told to lie far from the others."""


@dataclass(frozen=True, slots=True)
class RobustRule:
    """The rule by which values lie far from the others, as it is told beside what was found by it."""

    deviations: float = DEVIATIONS
    least_share: float = LEAST_SHARE
    fewest: int = FEWEST


@dataclass(frozen=True, slots=True)
class Usual:
    """What is usual among values.

    Attributes:
        middle: Their median.
        deviation: The robust deviation, 1.4826 × the median of the distances from the median (MAD).
    """

    middle: float
    deviation: float

    def is_far(self, value: float) -> bool:
        """Whether a value lies far off: more than 3.5 robust deviations and at least 25 % of the median."""
        off = abs(value - self.middle)
        return off > DEVIATIONS * self.deviation and off >= LEAST_SHARE * self.middle


def usual_of(values: Sequence[float]) -> Usual | None:
    """Give what is usual (det sædvanlige); None of fewer than six values, or where most are 0.

    >>> usual = usual_of([10, 11, 9, 10, 12, 30])
    >>> usual.middle, round(usual.deviation, 4), usual.is_far(30), usual.is_far(12)
    (10.5, 1.4826, True, False)
    """
    if len(values) < FEWEST:
        return None
    middle = median(values)
    if middle <= 0:
        return None
    return Usual(middle, NORMAL * median(abs(value - middle) for value in values))
