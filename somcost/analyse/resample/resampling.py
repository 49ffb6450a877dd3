"""The answer to how sure figures are: each figure resampled, and how it was done."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from somcost.analyse.resample.interval import QUANTILE_RULE
from somcost.analyse.resample.resampled import Resampled
from somcost.analyse.resample.weighted import Over


@dataclass(frozen=True, slots=True)
class Resampling:
    """How sure figures are, by what they rest on (genudtrækning).

    Attributes:
        over: What was drawn again: months, courses, sites or citizens.
        count: How many there are.
        few_below: With fewer than so many the interval is unreliable.
        block: Neighbouring months drawn together; 1 for all others.
        block_rule: Where the length of the block comes from, in words.
        draws: Number of draws.
        seed: What the draws were started from.
        confidence: Confidence of the intervals.
        results: By name, each figure and how sure it is.
        notes: What does not follow what was drawn.
    """

    over: Over
    count: int
    few_below: int
    block: int
    block_rule: str
    draws: int
    seed: int
    confidence: float
    results: Mapping[str, Resampled]
    notes: tuple[str, ...] = ()

    @property
    def few(self) -> bool:
        """Whether the figures rest on few observations."""
        return self.count < self.few_below

    @property
    def warnings(self) -> tuple[str, ...]:
        """What should be known of the intervals, in plain words."""
        few = f"{self.count} {self.over} are fewer than {self.few_below}: the intervals are themselves unsure"
        return (*([few] if self.few else []), *self.notes)

    def as_dict(self) -> dict[str, Any]:
        """Give the answer as plain data."""
        return {
            "over": self.over,
            "count": self.count,
            "few": self.few,
            "few_below": self.few_below,
            "warnings": list(self.warnings),
            "block": self.block,
            "block_rule": self.block_rule,
            "draws": self.draws,
            "seed": self.seed,
            "confidence": self.confidence,
            "quantile_rule": QUANTILE_RULE,
            "results": {name: each.as_dict() for name, each in self.results.items()},
        }
