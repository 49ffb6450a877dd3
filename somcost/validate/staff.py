"""Full-time staff and start-up: staff inside the window, some of it there, start-up spread over some years."""

from collections.abc import Iterator

from somcost.model.calendar import first_day, last_day
from somcost.model.scenario import Inputs
from somcost.problems import Problem, check
from somcost.validate.window import in_order, spell


@check
def staff_lies_inside_window(inputs: Inputs) -> Iterator[Problem]:
    """Full-time staff is stated for months of the window."""
    window, table = inputs.scenario.window, inputs.staff
    if table is None or not in_order(window):
        return
    first, last = first_day(window.start), last_day(window.end)
    for row, (start, end) in enumerate(zip(table.start, table.end, strict=True)):
        if start < first or end > last:
            yield Problem(
                table.location(row, "start"),
                "full_time_staff",
                f"{spell(start, end)} reaches outside the window {spell(window.start, window.end)}",
                "Cut the row to the window, or widen the window.",
            )


@check
def some_staff_is_stated(inputs: Inputs) -> Iterator[Problem]:
    """A list of full-time staff holds at least one full-time equivalent or part of one."""
    table = inputs.staff
    if table is not None and not any(table.fte):
        yield Problem(
            table.location(0, "fte") if len(table) else inputs.scenario.location,
            "full_time_staff",
            "no full-time equivalent is stated, at least a part of one is needed",
            "Leave full_time_staff out when it is not known.",
        )


@check
def start_up_is_spread_over_years(inputs: Inputs) -> Iterator[Problem]:
    """Start-up is spread over more than 0 years, where it is spread."""
    start_up = inputs.scenario.start_up
    years = start_up.spread_years if start_up else None
    if years is not None and years.value <= 0:
        yield Problem(
            years.location,
            years.key,
            f"{years.value:g} years, more than 0 are expected",
            "Leave it out, or write null, to keep start-up apart.",
        )
