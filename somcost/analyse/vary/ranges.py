"""How far each input may lie from its value: from the scenario, from the assumption set, or a share either way."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Literal

from somcost.analyse.assessment import Assessment
from somcost.analyse.vary.keys import LEVERS, Key, keys_of, varied_keys_are_known
from somcost.model.assumptions import Assumption
from somcost.model.scenario import Inputs
from somcost.model.uncertainty import Change, Distribution, UncertainInput
from somcost.problems import Location, Problem, check

Origin = Literal["scenario", "assumptions", "default"]
DEFAULT_SHARE = 0.10


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
    """

    key: Key
    low: float
    high: float
    origin: Origin
    reason: str = ""
    distribution: Distribution | None = None
    location: Location | None = None


def changed(key: Key, change: Change) -> float:
    """Give a key's changed value; `wages` by a percent are that change itself.

    >>> changed(Key("wages", "share", 0.0), Change("percent", 0.10))
    0.1
    """
    if key.name == "wages" and change.how == "percent":
        return change.amount
    return change.of(float("nan") if key.base is None else key.base)


def stated_ranges(assessment: Assessment) -> dict[str, Range]:
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
    found = Range(key, low, high, "scenario", stated.reason, stated.distribution, stated.location)
    values = stated.distribution.values if stated.distribution else ()
    return replace(found, low=min(values), high=max(values)) if values else found


def ranges_of(assessment: Assessment, *, share: float = DEFAULT_SHARE) -> dict[str, Range]:
    """Give a range for every input: the stated one, else a share of its value either way, marked as such.

    Inputs are what the files state: each assumption and each number of the scenario, all wages as one, participants,
    all hours and all other expenses. What is computed from them, or is a part of them, is left out unless stated.
    """
    stated = stated_ranges(assessment)
    ranges: dict[str, Range] = {}
    for name, key in keys_of(assessment).items():
        if name in stated:
            ranges[name] = stated[name]
        elif _is_an_input(key):
            ranges[name] = by_share(key, share)
    return ranges


def by_share(key: Key, share: float) -> Range:
    """Give a range of a share either way, for an input whose range nobody stated."""
    low, high = sorted(changed(key, Change("percent", sign * share)) for sign in (-1, 1))
    return Range(key, low, high, "default")


def _is_an_input(key: Key) -> bool:
    if key.base is None or (key.base == 0 and key.name != "wages"):
        return False
    if key.name in LEVERS or key.name in ("hours", "other_expenses", "fte"):
        return True
    scenario_numbers = ("participants.", "courses.", "start_up.", "window.")
    return key.assumption is not None or key.name.startswith(scenario_numbers)


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
    return Problem(place, key.name, found, "A share is 0.20 for 20 %; hours, amounts and counts are never negative.")


def is_possible(key: Key, value: float) -> bool:
    """Whether an input can have a value."""
    if key.name == "wages":
        return value > -1
    if key.name in DIVISORS:
        return value > 0
    return value >= 0 and (key.name != "participants.completion_rate" or value <= 1)


DIVISORS = ("parameters.annual_hours_norm", "parameters.paid_hours_norm", "observed_months", "course_size")
"""What can never be 0, since a norm or a window of nothing is none."""


def problems_of_uncertainty(assessment: Assessment) -> Iterator[Problem]:
    """Find what is wrong with the ranges and correlations that a scenario states."""
    uncertainty = assessment.inputs.scenario.uncertainty
    keys = keys_of(assessment)
    for stated in uncertainty.inputs:
        key = keys.get(stated.key)
        if key is None:
            yield varied_keys_are_known(stated.location, stated.key, list(keys))
            continue
        yield from _of_range(_of_scenario(key, stated), stated.location)
    for correlation in uncertainty.correlations:
        for name in correlation.keys:
            if name not in keys:
                yield varied_keys_are_known(correlation.location, name, list(keys))


def _of_range(found: Range, place: Location) -> Iterator[Problem]:
    key = found.key
    for end in (found.low, found.high):
        if not is_possible(key, end) and end == end:  # noqa: PLR0124 - not a number where no end is stated
            yield varied_values_are_possible(place, key, end)
    base = found.low if key.base is None else key.base
    if found.low > found.high or not (found.low <= base <= found.high or found.low != found.low):
        yield ranges_enclose_their_value(place, key, found.low, found.high)


def states_uncertainty(inputs: Inputs) -> bool:
    """Whether a scenario says anything of uncertainty that must be checked."""
    uncertainty = inputs.scenario.uncertainty
    return bool(uncertainty.inputs or uncertainty.correlations)
