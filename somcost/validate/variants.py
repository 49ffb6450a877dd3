"""Sub-periods: inside the window, in order, with days to observe."""

from collections.abc import Iterator

from somcost.model.calendar import observed_spans
from somcost.model.scenario import Inputs
from somcost.problems import Problem, check
from somcost.validate.window import in_order, spell

FULL_TIME = "full_time"


@check
def sub_periods_are_in_order(inputs: Inputs) -> Iterator[Problem]:
    """A sub-period ends on the day it starts or later."""
    for variant in inputs.scenario.variants:
        if variant.start > variant.end:
            yield Problem(
                variant.location,
                f"variants.{variant.id}.window",
                f"it starts {variant.start} and ends {variant.end}, an end is no earlier than its start",
                "Swap the two dates if that is what was meant; both days belong to the sub-period.",
            )


@check
def sub_periods_lie_inside_window(inputs: Inputs) -> Iterator[Problem]:
    """A sub-period starts and ends inside the window."""
    window = inputs.scenario.window
    if not in_order(window):
        return
    for variant in inputs.scenario.variants:
        if variant.start < window.start or variant.end > window.end:
            yield Problem(
                variant.location,
                f"variants.{variant.id}.window",
                f"{spell(variant.start, variant.end)} reaches outside the window {spell(window.start, window.end)}",
                "A sub-period is a part of the window that was registered; cut it to the window.",
            )


@check
def sub_periods_have_observed_days(inputs: Inputs) -> Iterator[Problem]:
    """A sub-period keeps at least one observed day."""
    window = inputs.scenario.window
    if not in_order(window) or not observed_spans(window):
        return
    for variant in inputs.scenario.variants:
        inside = window.start <= variant.start <= variant.end <= window.end
        if inside and not observed_spans(window, start=variant.start, end=variant.end):
            yield Problem(
                variant.location,
                f"variants.{variant.id}.window",
                f"{spell(variant.start, variant.end)} lies wholly in gaps, at least one day must be observed",
                "Choose another sub-period, or correct the gaps.",
            )


@check
def full_time_is_no_sub_period(inputs: Inputs) -> Iterator[Problem]:
    """No sub-period is called full_time: that variant is the estimate from full-time staff."""
    for variant in inputs.scenario.variants:
        if variant.id == FULL_TIME:
            yield Problem(
                variant.location,
                f"variants.{variant.id}",
                "full_time is the estimate from full-time staff, a sub-period has another name",
                "Rename it, such as only_2019.",
            )
