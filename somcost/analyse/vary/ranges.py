"""How far each input may lie from its value: from the scenario, from the assumption set, or a share either way."""

import math
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Literal

import numpy as np

from somcost.analyse.distributions.forms import Form
from somcost.analyse.distributions.library import has_scipy, simulations_have_their_library
from somcost.analyse.distributions.stated import Bounds, form_of
from somcost.analyse.planned import AnyAssessment
from somcost.analyse.vary.keys import LEVERS, Key, keys_of
from somcost.analyse.vary.unknown import unknown_key
from somcost.model.assumptions import Assumption
from somcost.model.uncertainty import Change, Distribution, UncertainInput
from somcost.problems import InputProblems, Location, Problem, check

Origin = Literal["scenario", "assumptions", "default"]
DEFAULT_SHARE = 0.10
OUTER = 0.05
"""An input known by mean and deviation is moved between the values that this share lies below and above."""


@dataclass(frozen=True, slots=True)
class Range:
    """An input's lowest and highest value (interval).

    Attributes:
        key: The input.
        low: Its lowest value thought possible.
        high: Its highest.
        origin: Where the range is stated; `default` is a share either way that nobody stated.
        reason: Why it is thought so.
        distribution: How the value is distributed, where that is stated.
        location: Where it is stated.
        changes: How low and high are stated, where they are: values, or changes of the value.
        by_quantiles: Whether low and high are its distribution's 5 % and 95 % quantiles, since neither is stated.
    """

    key: Key
    low: float
    high: float
    origin: Origin
    reason: str = ""
    distribution: Distribution | None = None
    location: Location | None = None
    changes: tuple[Change, Change] | None = None
    by_quantiles: bool = False

    @property
    def form(self) -> Form:
        """The distribution with all its numbers.

        Raises:
            Unfit: The numbers stated make no such distribution.
        """
        return form_of(self.distribution, Bounds(self.low, self.high, self.key.base))


def changed(key: Key, change: Change) -> float:
    """Give a key's changed value; `wages` by a percent are that change itself.

    >>> changed(Key("wages", "share", 0.0), Change("percent", 0.10))
    0.1
    """
    if key.name == "wages" and change.how == "percent":
        return change.amount
    return change.of(float("nan") if key.base is None else key.base)


def stated_ranges(assessment: AnyAssessment) -> dict[str, Range]:
    """Give the ranges that the assumption set and the scenario state; the scenario's word is the last."""
    keys = keys_of(assessment)
    ranges: dict[str, Range] = {}
    for name, key in keys.items():
        found = None if key.assumption is None else _of_assumption(key, key.assumption)
        if found is not None:
            ranges[name] = found
    for stated in assessment.inputs.scenario.uncertainty.inputs:
        ranges[stated.key] = _of_scenario(keys[stated.key], stated)
    return ranges


def _of_assumption(key: Key, value: Assumption) -> Range | None:
    """Give the range that an assumption set states: low and high, or a distribution that needs none."""
    form = value.distribution
    if value.low is not None and value.high is not None:
        reason = "; ".join(dict.fromkeys(each.reason for each in (value.low, value.high) if each.reason))
        return Range(key, value.low.value, value.high.value, "assumptions", reason, form, value.location)
    if form is None or (form.mean is None and not form.values):
        return None
    ends = (min(form.values), max(form.values)) if form.values else (float("nan"), float("nan"))
    return Range(key, *ends, "assumptions", "", form, value.location)


def _of_scenario(key: Key, stated: UncertainInput) -> Range:
    low, high = (changed(key, each) if each else float("nan") for each in (stated.low, stated.high))
    changes = (stated.low, stated.high) if stated.low and stated.high else None
    found = Range(key, low, high, "scenario", stated.reason, stated.distribution, stated.location, changes)
    values = stated.distribution.values if stated.distribution else ()
    return replace(found, low=min(values), high=max(values)) if values else found


def with_ends(found: Range, place: Location) -> Range:
    """Give a range with a low and a high: the distribution's quantiles where no ends are stated.

    Raises:
        InputProblems: The distribution is computed by a library that is not installed.
    """
    if not math.isnan(found.low):
        return found
    form = found.form
    if form.needs_scipy and not has_scipy():
        raise InputProblems([simulations_have_their_library(found.location or place, found.key.name, form.name)])
    low, high = form.quantile(np.array([OUTER, 1 - OUTER])).tolist()
    return replace(found, low=low, high=high, by_quantiles=True)


def ranges_of(assessment: AnyAssessment, *, share: float = DEFAULT_SHARE) -> dict[str, Range]:
    """Give a range for every input: the stated one, else a share of its value either way, marked as such.

    Inputs are what the files state: each assumption and each number of the scenario, all wages as one, participants,
    all hours and all other expenses. What is computed from them, or is a part of them, is left out unless stated.
    """
    stated = stated_ranges(assessment)
    ranges: dict[str, Range] = {}
    for name, key in keys_of(assessment).items():
        if name in stated:
            ranges[name] = with_ends(stated[name], assessment.inputs.scenario.location)
        elif _is_an_input(key):
            ranges[name] = by_share(key, share)
    return ranges


def by_share(key: Key, share: float) -> Range:
    """Give a range of a share either way, for an input whose range nobody stated."""
    changes = Change("percent", -share), Change("percent", share)
    low, high = (changed(key, each) for each in changes)
    return Range(key, low, high, "default", changes=changes)


STATED = (
    *("participants.", "courses.", "start_up.", "window."),
    *("intervention.", "teams.", "employees.", "turnover", "institutions", "lines.", "grants.", "saved_expenses."),
    "discounting.",
)
"""How the keys of what a scenario or plan states begin."""


def _is_an_input(key: Key) -> bool:
    if key.base is None or (key.base == 0 and key.name != "wages"):
        return False
    if key.name in LEVERS or key.name in ("hours", "other_expenses", "fte"):
        return True
    return key.assumption is not None or key.name.startswith(STATED)


@check
def ranges_enclose_their_value(place: Location, key: Key, low: float, high: float) -> Problem:
    """The range of an input goes from its low to its high, and its value lies between them."""
    base = "" if key.base is None else f", the value is {key.base:.15g}"
    found = f"the range from {low:.15g} to {high:.15g} does not enclose the value{base}"
    return Problem(place, key.name, found, "low is the lowest value thought possible, high the highest.")


@check
def varied_values_are_possible(place: Location, key: Key, value: float) -> Problem:
    """An input is varied to what it can be: wages by more than -100 %, all else to 0 or more, a share to 1 at most."""
    found = f"{value:.15g} is no value that {key.name} can have"
    advice = "A share is 0.20 for 20 %; hours, amounts and counts are never negative."
    if value > key.most and math.isfinite(value):
        advice = f"It is {key.most:.15g} at most."
    return Problem(place, key.name, found, advice)


def is_possible(key: Key, value: float) -> bool:
    """Whether an input can have a value."""
    if not math.isfinite(value):
        return False
    if key.name == "wages":
        return value > -1
    return (value > 0 if is_divisor(key) else value >= 0) and value <= key.most


def is_divisor(key: Key) -> bool:
    """Whether an input can never be 0, since a norm, a window or a unit of nothing is none."""
    return key.name in DIVISORS or key.name.endswith((".capacity", ".caseload", ".lifetime"))


DIVISORS = ("parameters.annual_hours_norm", "parameters.paid_hours_norm", "observed_months", "course_size")


def problems_of_uncertainty(assessment: AnyAssessment) -> Iterator[Problem]:
    """Find what is wrong with the ranges and correlations that a scenario states."""
    uncertainty = assessment.inputs.scenario.uncertainty
    keys = keys_of(assessment)
    for stated in uncertainty.inputs:
        key = keys.get(stated.key)
        if key is None:
            yield unknown_key(assessment, stated.location, stated.key, keys)
            continue
        yield from _of_range(_of_scenario(key, stated), stated.location)
    for correlation in uncertainty.correlations:
        for name in correlation.keys:
            if name not in keys:
                yield unknown_key(assessment, correlation.location, name, keys)


def _of_range(found: Range, place: Location) -> Iterator[Problem]:
    key = found.key
    for end in (found.low, found.high):
        if not is_possible(key, end) and end == end:  # noqa: PLR0124 - not a number where no end is stated
            yield varied_values_are_possible(place, key, end)
    base = found.low if key.base is None else key.base
    if found.low > found.high or not (found.low <= base <= found.high or found.low != found.low):
        yield ranges_enclose_their_value(place, key, found.low, found.high)
