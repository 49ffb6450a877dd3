"""What everything is called. In English here, Danish by catalogue."""

from somcost.present.labels.keys import KEYS
from somcost.present.labels.patterns import PATTERNS
from somcost.present.labels.words import (
    CAVEATS,
    CHANGES,
    CHECKS,
    DIMENSIONS,
    DRIVERS,
    ESTIMATES,
    MEMBERS,
    MORE,
    ONE,
    ORIGINS,
    SHORT_CATEGORIES,
    TIMINGS,
    UNITS,
)

__all__ = [
    "CAVEATS",
    "CHANGES",
    "CHECKS",
    "DIMENSIONS",
    "DRIVERS",
    "ESTIMATES",
    "KEYS",
    "MEMBERS",
    "MORE",
    "ONE",
    "ORIGINS",
    "PATTERNS",
    "SHORT_CATEGORIES",
    "TIMINGS",
    "UNITS",
]
