"""Rows' dates: inside the window, outside its gaps, and no later than a part month was registered to."""

import datetime as dt
from collections.abc import Iterator

from somcost.model.calendar import month_name
from somcost.model.scenario import Inputs
from somcost.model.standing import Standing, gap_at, part_month_at, standing
from somcost.model.tables import Expenses, Registrations
from somcost.problems import Problem, check
from somcost.validate.window import in_order, spell


@check
def dates_lie_inside_window(inputs: Inputs) -> Iterator[Problem]:
    """A registration or expense is dated inside the window, unless the settings drop what is not."""
    scenario = inputs.scenario
    if scenario.settings.outside_window == "drop":
        return
    for table, row in _rows_that_stand(inputs, "outside_window"):
        yield Problem(
            table.location(row, _column(table, row)),
            _column(table, row),
            f"{_date(table, row)} lies outside the window {spell(scenario.window.start, scenario.window.end)}",
            "Correct the date or the window, or set such rows aside by `settings: {outside_window: drop}`.",
        )


@check
def dates_lie_outside_gaps(inputs: Inputs) -> Iterator[Problem]:
    """A registration or expense is dated on no day of a gap, unless the settings drop what is."""
    if inputs.scenario.settings.inside_gap == "drop":
        return
    for table, row in _rows_that_stand(inputs, "inside_gap"):
        yield Problem(
            table.location(row, _column(table, row)),
            _column(table, row),
            f"{_date(table, row)} lies in {_gap(inputs, table.date[row])}, where nothing is observed",
            "Correct the date or the gap, or set such rows aside by `settings: {inside_gap: drop}`.",
        )


@check
def dates_lie_before_registered_to(inputs: Inputs) -> Iterator[Problem]:
    """In a part month a registration or expense is dated on the day of `registered_to` or earlier."""
    for table, row in _rows_that_stand(inputs, "after_registered_to"):
        part = part_month_at(inputs.scenario.window, table.date[row])
        last = part.registered_to if part else None
        yield Problem(
            table.location(row, _column(table, row)),
            _column(table, row),
            f"{_date(table, row)} is later than {last}, the day its month was registered to",
            "Correct the date, or the month's registered_to in the scenario.",
        )


def _rows_that_stand(inputs: Inputs, wanted: Standing) -> Iterator[tuple[Registrations | Expenses, int]]:
    window = inputs.scenario.window
    if not in_order(window):
        return
    for table in (inputs.registrations, inputs.expenses):
        if table is None:
            continue
        found = {
            (date, by_month)
            for date, by_month in set(zip(table.date, table.by_month, strict=True))
            if standing(window, date, by_month=by_month) == wanted
        }
        if found:
            dates = enumerate(zip(table.date, table.by_month, strict=True))
            yield from ((table, row) for row, dated in dates if dated in found)


def _column(table: Registrations | Expenses, row: int) -> str:
    return "month" if table.by_month[row] and "month" in table.files[table.file[row]].columns else "date"


def _date(table: Registrations | Expenses, row: int) -> str:
    return month_name(table.date[row]) if table.by_month[row] else str(table.date[row])


def _gap(inputs: Inputs, date: dt.date) -> str:
    gap = gap_at(inputs.scenario.window, date)
    return f"the gap {spell(gap.start, gap.end)}" if gap else "gaps"
