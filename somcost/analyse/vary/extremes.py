"""Best and worst case: all inputs at once within their ranges; and the cost of one more participant."""

import math
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np

from somcost.analyse.planned import AnyAssessment
from somcost.analyse.vary.break_even import stepping_points
from somcost.analyse.vary.keys import Key, keys_of
from somcost.analyse.vary.one_way import HEADLINE, number, one_way
from somcost.analyse.vary.ranges import Range, ranges_of, stated_ranges, with_ends
from somcost.analyse.vary.variation import Variation
from somcost.cost.evaluate import Array

RELATIVE_TOLERANCE = 1e-9
MOST_CORNERS = 16
"""With so many inputs every combination of ends is tried; with more, each input's own effect decides its end."""
MOST_ROUNDS = 10
BETWEEN = 101
"""Values tried within a range."""
TOGETHER = ("wages", "parameters.overhead", "hours", "other_expenses", "participants", "fte")
"""Inputs that do not overlap, for an assessment whose ranges nobody stated."""


@dataclass(frozen=True, slots=True)
class Case:
    """A result with every input where it leads furthest (bedste eller værste tilfælde)."""

    value: float | None
    at: Mapping[str, float]


@dataclass(frozen=True, slots=True)
class Extremes:
    """The lowest and the highest a result can be.

    Attributes:
        result: Its name.
        keys: The inputs that are moved.
        base: The result as calculated; None where it is not defined.
        lowest: With the inputs that give it; for a cost the best case.
        highest: With the inputs that give it.
        exact: Whether every combination of ends was tried.
        stated: Whether the ranges were stated; if not they are a share either way.
    """

    result: str
    keys: Mapping[str, Key]
    base: float | None
    lowest: Case
    highest: Case
    exact: bool
    stated: bool

    def as_dict(self) -> dict[str, Any]:
        """Give the cases as plain data."""
        return {
            "result": self.result,
            "value": self.base,
            "lowest": {"value": self.lowest.value, "at": dict(self.lowest.at)},
            "highest": {"value": self.highest.value, "at": dict(self.highest.at)},
            "every_combination_of_ends_tried": self.exact,
            "ranges_stated": self.stated,
        }


def joint_ranges(assessment: AnyAssessment, *, result: str, share: float) -> tuple[dict[str, Range], bool]:
    """Give the ranges to vary together: the stated ones, or where nothing is stated inputs that do not overlap.

    Of these, only inputs that move the result from where it is as calculated: the number of participants of group
    courses does not, since it fills whole courses that are not those observed.
    """
    stated = stated_ranges(assessment)
    if stated:
        return stated, True
    every = ranges_of(assessment, share=share)
    together = {name: every[name] for name in TOGETHER if name in every}
    return {name: found for name, found in together.items() if _starts_at_base(assessment, result, found)}, False


def _starts_at_base(assessment: AnyAssessment, result: str, found: Range) -> bool:
    name = found.key.name
    variation = Variation(assessment, [name])
    base = variation.base[result]
    if base is None or found.key.base is None:
        return False
    at_base, at_high = variation.at({name: [found.key.base, found.high]}, [result])[result]
    return math.isclose(at_base, base, rel_tol=RELATIVE_TOLERANCE) and not math.isclose(at_high, base, rel_tol=0.0)


def best_and_worst(assessment: AnyAssessment, *, result: str = HEADLINE, share: float = 0.10) -> Extremes | None:
    """Give the lowest and the highest a result can be with all inputs within their ranges.

    Every combination of low ends and high ends is tried. Where costs come in whole units the extremes lie between the
    ends, at a unit just full or just begun; so from the best and from the worst combination each input is also moved
    within its range, as long as that leads further.

    Args:
        assessment: What is varied.
        result: Name of the result.
        share: The range either way where no range is stated.

    Returns:
        The two cases; None where no input moves the result.
    """
    given, stated = joint_ranges(assessment, result=result, share=share)
    place = assessment.inputs.scenario.location
    ranges = {name: with_ends(found, place) for name, found in given.items()}
    if not ranges:
        return None
    names = list(ranges)
    variation = Variation(assessment, names)
    exact = len(names) <= MOST_CORNERS
    ends = _every_corner(len(names)) if exact else _corners_by_effect(assessment, result, ranges)
    at = {name: np.where(ends[:, number], ranges[name].high, ranges[name].low) for number, name in enumerate(names)}
    lowest, highest = (_furthest(variation, result, ranges, at, sign) for sign in (1, -1))
    if lowest.value == highest.value:
        return None
    return Extremes(result, variation.keys, variation.base[result], lowest, highest, exact, stated)


def _furthest(
    variation: Variation, result: str, ranges: Mapping[str, Range], corners: Mapping[str, Array], sign: int
) -> Case:
    """Go from the best corner, one input at a time through its range, until none leads further down (up for -1)."""

    def best_of(at: Mapping[str, Array]) -> tuple[float, dict[str, float]]:
        values = sign * variation.at(at, [result])[result]
        pick = int(np.argmin(np.where(np.isfinite(values), values, np.inf)))
        return float(values[pick]), {name: float(each[pick % len(each)]) for name, each in at.items()}

    value, at = best_of(corners)
    for _ in range(MOST_ROUNDS):
        before = value
        for name, found in ranges.items():
            moved = {other: np.array([own]) for other, own in at.items()} | {name: _between(found)}
            reached, there = best_of(moved)
            if math.isnan(value) or reached < value - RELATIVE_TOLERANCE * abs(value):
                value, at = reached, there
        if not value < before:
            break
    return Case(number(sign * value), at)


def _between(found: Range) -> Array:
    """Give the values that are tried within a range: those listed, or evenly, and at each unit just full or begun."""
    if found.distribution is not None and found.distribution.values:
        return np.array(found.distribution.values)
    own = [] if found.key.base is None else [found.key.base]
    even = np.linspace(found.low, found.high, BETWEEN)
    return np.concatenate([even, own, stepping_points(found.key, found.low, found.high)])


def _every_corner(count: int) -> Any:
    return (np.arange(2**count)[:, None] >> np.arange(count)) & 1 == 1


def _corners_by_effect(assessment: AnyAssessment, result: str, ranges: Mapping[str, Range]) -> Any:
    bars = one_way(assessment, result=result, ranges=ranges)
    rises = np.array([bar.rises for bar in bars])
    return np.array([~rises, rises])


@dataclass(frozen=True, slots=True)
class Marginal:
    """What one more participant a year costs, beside the average (marginalomkostning).

    Attributes:
        participants: Participants a year as calculated.
        average: Annual cost / participants, kr.
        marginal: Annual cost with one more − annual cost, kr.
    """

    participants: float
    average: float
    marginal: float

    def as_dict(self) -> dict[str, Any]:
        """Give the two costs as plain data."""
        return {"participants_per_year": self.participants, "average": self.average, "marginal": self.marginal}


def marginal_cost(assessment: AnyAssessment) -> Marginal | None:
    """Give the cost of one more participant a year; None where participants cannot be varied, or come in whole courses.

    >>> import somcost
    >>> found = marginal_cost(somcost.assess("scenarios/jammerbugt.yaml"))
    >>> round(found.average, -3), round(found.marginal, -3)
    (368000.0, 360000.0)
    """
    key = keys_of(assessment).get("participants")
    if key is None or key.base is None:
        return None
    result = "annual_operating_cost"
    variation = Variation(assessment, ["participants"])
    now, more = variation.at({"participants": [key.base, key.base + 1]}, [result])[result]
    if not math.isclose(now, variation.base[result] or 0.0, rel_tol=RELATIVE_TOLERANCE):
        return None  # whole courses are not those that were observed
    return Marginal(key.base, float(now / key.base), float(more - now))
