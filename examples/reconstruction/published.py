"""The published figures: each an interval of its rounding, read from ramboll-2020.yaml."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

EXAMPLES = Path(__file__).parents[1]

CONTRADICTED = {
    "thisted.participants_8.annual": "Table 8-7 cannot follow from the note under it",
    "thisted.participants_8.per_participant": "Table 8-7",
    "thisted.participants_8.per_participant_month": "Table 8-7",
    "thisted.participants_10.annual": "Table 8-7",
    "thisted.participants_10.per_participant": "Table 8-7",
    "thisted.participants_10.per_participant_month": "Table 8-7",
    "thisted.text_range_per_participant.min": "the prose of 8.5 says 56–78 thousand, its table 67–78",
    "summary.most_expensive_per_participant": "the summary's dearest intervention is 368,000 in chapter 5.6",
}
"""Figures that no rows can give, because the report contradicts itself."""

COUNTS = ("participants_in_window", "courses_observed")
"""Figures that are counts and not rounded."""


@dataclass(frozen=True, slots=True)
class Figure:
    """A published figure: the true value lies within half the rounding unit of it."""

    path: str
    value: float
    rounding: float

    @property
    def low(self) -> float:
        """The lowest value that rounds to it."""
        return self.value - self.rounding / 2

    @property
    def high(self) -> float:
        """The value from which on it would be rounded up."""
        return self.value + self.rounding / 2

    @property
    def contradiction(self) -> str:
        """Why the figure cannot be reproduced; empty where it can."""
        return CONTRADICTED.get(self.path, "")

    def holds(self, value: float) -> bool:
        """Tell whether a value rounds to the figure, half away from zero."""
        return self.low <= value < self.high

    def margin(self, value: float) -> float:
        """Tell how far inside a value lies: 1 in the middle, 0 at the edge, negative outside."""
        return 1 - abs(value - self.value) / (self.rounding / 2)


def published() -> dict[str, Any]:
    """Read the file of published figures."""
    content: dict[str, Any] = yaml.safe_load((EXAMPLES / "ramboll-2020.yaml").read_text(encoding="utf-8"))
    return content


def figures(case: str) -> dict[str, Figure]:
    """Give a municipality's figures, or those of the summary or job_groups, by their path within it."""
    content = published()
    node = content["cases"].get(case) or content[case]
    return {path: Figure(f"{case}.{path}", value, rounding) for path, value, rounding in _leaves(node, "")}


def _leaves(node: Any, path: str) -> Iterator[tuple[str, float, float]]:
    if isinstance(node, dict):
        for key, child in node.items():
            yield from _leaves(child, f"{path}.{key}" if path else str(key))
    elif isinstance(node, list):
        yield path, float(node[0]), float(node[1])
    elif path in COUNTS:
        yield path, float(node), 1.0
