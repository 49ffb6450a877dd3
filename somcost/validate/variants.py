"""Sub-periods: inside the window, in order, with days to observe."""

from collections.abc import Iterator

from somcost.model.calendar import first_day, last_day, month_name, observed_spans
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
def sub_periods_keep_sums_whole(inputs: Inputs) -> Iterator[Problem]:
    """A sub-period does not begin or end inside a month whose rows are sums or are scaled up: they have no days."""
    window = inputs.scenario.window
    scaled = {first_day(part.month) for part in window.part_months if part.factor is not None}
    tables = [table for table in (inputs.registrations, inputs.expenses) if table is not None]
    summed = {date for table in tables for date, whole in zip(table.date, table.by_month, strict=True) if whole}
    for variant in inputs.scenario.variants:
        cut = {first_day(variant.start)} if variant.start not in (first_day(variant.start), window.start) else set()
        cut |= {first_day(variant.end)} if variant.end not in (last_day(variant.end), window.end) else set()
        for month in sorted(cut & (scaled | summed)):
            found = f"cuts {month_name(month)}, whose rows are sums of the month or scaled up"
            advice = "Let the sub-period begin and end with whole months there."
            yield Problem(variant.location, f"variants.{variant.id}.window", found, advice)


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
