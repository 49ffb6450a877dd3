"""Part months: inside the window, named once, and saying how far they were registered."""

from collections.abc import Iterator

from somcost.model.calendar import days_within, first_day, last_day, month_name, month_span, months_of, observed_spans
from somcost.model.scenario import Inputs
from somcost.problems import Problem, check
from somcost.validate.window import in_order, spell

KEY = "window.part_months"
LARGEST_FACTOR = 31


@check
def part_months_lie_inside_window(inputs: Inputs) -> Iterator[Problem]:
    """A part month is a month of the window."""
    window = inputs.scenario.window
    if not in_order(window):
        return
    months = months_of(window.start, window.end)
    for part in window.part_months:
        if first_day(part.month) not in months:
            yield Problem(
                part.location,
                KEY,
                f"{month_name(part.month)} is no month of the window {spell(window.start, window.end)}",
                "Correct the month, or leave it out.",
            )


@check
def part_months_are_named_once(inputs: Inputs) -> Iterator[Problem]:
    """A month is named once among the part months."""
    seen: dict[str, int] = {}
    for part in inputs.scenario.window.part_months:
        name = month_name(part.month)
        if name in seen:
            yield Problem(
                part.location,
                KEY,
                f"{name} is named twice (line {seen[name]}), once is enough",
                "Keep the entry that holds.",
            )
        seen.setdefault(name, part.location.line)


@check
def part_months_say_how_far(inputs: Inputs) -> Iterator[Problem]:
    """A part month has a `registered_to`, a `factor` or both."""
    for part in inputs.scenario.window.part_months:
        if part.registered_to is None and part.factor is None:
            yield Problem(
                part.location,
                KEY,
                f"{month_name(part.month)} has neither registered_to nor factor, one of them is needed",
                "registered_to: the last day registered; factor: what the month's amounts are multiplied by.",
            )


@check
def registered_to_lies_in_its_month(inputs: Inputs) -> Iterator[Problem]:
    """A part month's `registered_to` is a day of that month."""
    for part in inputs.scenario.window.part_months:
        if part.registered_to is not None and not first_day(part.month) <= part.registered_to <= last_day(part.month):
            yield Problem(
                part.location,
                KEY,
                f"registered_to {part.registered_to} is no day of {month_name(part.month)}",
                "registered_to is the month's last day on which anything was registered.",
            )


@check
def part_months_have_observed_days(inputs: Inputs) -> Iterator[Problem]:
    """A part month keeps at least one observed day: it is neither all gap nor registered to before the window."""
    window = inputs.scenario.window
    if not in_order(window):
        return
    observed, months = observed_spans(window), months_of(window.start, window.end)
    for part in window.part_months:
        if first_day(part.month) in months and observed and not days_within(observed, month_span(part.month)):
            yield Problem(
                part.location,
                KEY,
                f"{month_name(part.month)} has no observed day left, a part month has some",
                "A month without any registered day is a gap and no part month.",
            )


@check
def factors_scale_up(inputs: Inputs) -> Iterator[Problem]:
    """A part month's factor lies between 1 and 31: it makes up for the days that were not registered."""
    for part in inputs.scenario.window.part_months:
        if part.factor is not None and not 1 <= part.factor.value <= LARGEST_FACTOR:
            yield Problem(
                part.factor.location,
                part.factor.key,
                f"{part.factor.value:g} is no factor between 1 and {LARGEST_FACTOR}",
                "A month registered to day 20 of 26 is scaled up by 26 / 20 = 1.30.",
            )


@check
def factors_have_a_reason(inputs: Inputs) -> Iterator[Problem]:
    """A part month with a factor says why: the factor changes every amount of the month."""
    for part in inputs.scenario.window.part_months:
        if part.factor is not None and not part.reason.strip():
            yield Problem(
                part.factor.location,
                part.factor.key,
                f"the factor {part.factor.value:g} has no reason, one is needed",
                "Add `reason:` beside it; every report repeats it.",
            )
