"""What costs are divided by: participants, months each, enrolled, discharged, completed, person-years."""

import datetime as dt
from dataclasses import dataclass, replace

import numpy as np

from somcost.cost.calendar_table import Calendar, Span
from somcost.cost.givens import Givens, column, day_number, derived
from somcost.cost.operations import count_between, otherwise, stack, total
from somcost.cost.quantity import Quantity
from somcost.cost.unit_costs import (
    completed_per_year,
    in_window,
    mean_per_year,
    months_each,
    participants_in_window,
    participants_per_year,
    person_years,
)
from somcost.cost.window import (
    calendar_months,
    days_between,
    days_in_periods,
    days_within,
    first_common_day,
    last_common_day,
    months_in_periods,
)
from somcost.model.dimensions import Category, Dimension
from somcost.model.few import too_few
from somcost.model.scenario import Stated
from somcost.model.tables import STATUSES, Citizens


@dataclass(frozen=True, slots=True, eq=False)
class Denominators:
    """Each what it says, or None where the data does not tell."""

    participants_per_year: Quantity | None = None
    months_each: Quantity | None = None
    enrolled_per_year: Quantity | None = None
    discharged_per_year: Quantity | None = None
    completed_per_year: Quantity | None = None
    participant_months: Quantity | None = None
    person_years: Quantity | None = None
    completion_rate: Quantity | None = None


@dataclass(frozen=True, slots=True, eq=False)
class CitizenColumns:
    """The list of citizens: first day, last day (the window's end where none is given), and status."""

    rows: Dimension
    first: Quantity
    end: Quantity
    last: Quantity
    status: Category
    years: Span


def citizen_columns(givens: Givens, calendar: Calendar) -> CitizenColumns | None:
    """Set up the list of citizens, if the scenario names one."""
    table = givens.inputs.citizens
    if table is None:
        return None
    rows = Dimension("citizen", range(len(table)))
    ends = [np.nan if end is None else day_number(end) for end in table.end]
    first = column("start", [day_number(start) for start in table.start], "date", over=rows, table=table)
    end = column("end", ends, "date", over=rows, table=table)
    status = Category.of("status", table.status, over=rows, groups=Dimension("status", STATUSES))
    last = otherwise(end, calendar.window[1]).named("last_day", "date")
    return CitizenColumns(rows, first, end, last, status, _years(givens))


def _years(givens: Givens) -> Span:
    window = givens.inputs.scenario.window
    years = range(window.start.year, window.end.year + 1)
    dimension = Dimension("year", [str(year) for year in years])
    firsts = [day_number(dt.date(year, 1, 1)) for year in years]
    lasts = [day_number(dt.date(year, 12, 31)) for year in years]
    return (
        derived("year_first", firsts, "date", words="calendar", over=dimension),
        derived("year_last", lasts, "date", words="calendar", over=dimension),
    )


def denominators(givens: Givens, calendar: Calendar, citizens: CitizenColumns | None) -> Denominators:
    """Give every denominator that the scenario states or its list of citizens tells."""
    per_year, each = _participants(givens, calendar, citizens)
    enrolled = _per_year(givens, "enrolled", citizens)
    return Denominators(
        participants_per_year=per_year,
        months_each=each,
        enrolled_per_year=enrolled,
        discharged_per_year=_per_year(givens, "discharged", citizens),
        completed_per_year=_completed(givens, citizens, started=enrolled if _enrolled_stated(givens) else per_year),
        participant_months=_participant_months(citizens, calendar),
        person_years=_person_years(citizens, calendar),
        completion_rate=None if _enrolled_stated(givens) else _completion_rate(givens),
    )


def with_started(known: Denominators, participants: Quantity) -> Denominators:
    """Give the denominators where participants a year, and with them those who complete, follow from the courses."""
    completed = known.completed_per_year
    if completed is None and known.completion_rate:
        completed = completed_per_year(participants, completion_rate=known.completion_rate)
    return replace(known, participants_per_year=participants, completed_per_year=completed)


def _participants(
    givens: Givens, calendar: Calendar, citizens: CitizenColumns | None
) -> tuple[Quantity | None, Quantity | None]:
    stated = givens.inputs.scenario.participants
    per_year, each, count = None, None, None
    if citizens:
        inside = in_window(days_within(citizens.first, citizens.last, span=calendar.window))
        count = participants_in_window(inside)
        each = months_each(calendar_months(citizens.first, citizens.last), in_window=inside)
    if stated and stated.count:
        count = givens.stated(stated.count, "citizens")
    if count is not None:
        per_year = participants_per_year(count, window_months=calendar.window_months)
    if stated and stated.per_year:
        per_year = givens.stated(stated.per_year, "per year")
    if stated and stated.months_each:
        each = givens.stated(stated.months_each, "months")
    return per_year, each


def _per_year(givens: Givens, event: str, citizens: CitizenColumns | None) -> Quantity | None:
    stated = givens.inputs.scenario.participants
    counts: tuple[Stated, ...] = getattr(stated, event) if stated else ()
    if too_few(givens.inputs, event):
        return None
    if counts:
        years = Dimension(f"{event}_year", [each.key.rpartition(".")[2] for each in counts])
        by_year = stack([givens.stated(each, "citizens") for each in counts], years)
        return mean_per_year(by_year.named(event, "citizens")).named(f"{event}_per_year", "per year")
    if citizens:
        days = citizens.first if event == "enrolled" else citizens.end
        if np.isnan(np.asarray(days.value)).all():
            return None
        by_year = count_between(days, *citizens.years, where=None)
        return mean_per_year(by_year.named(event, "citizens")).named(f"{event}_per_year", "per year")
    return None


def _completed(givens: Givens, citizens: CitizenColumns | None, *, started: Quantity | None) -> Quantity | None:
    rate = _completion_rate(givens)
    if rate:
        return None if started is None else completed_per_year(started, completion_rate=rate)
    if citizens and _some_completed(givens.inputs.citizens) and not too_few(givens.inputs, "completed"):
        where = (citizens.status, "completed")
        return mean_per_year(count_between(citizens.end, *citizens.years, where=where).named("completed", "citizens"))
    return None


def _enrolled_stated(givens: Givens) -> bool:
    """Whether those who start are counted in the scenario; those of a list are its participants."""
    stated = givens.inputs.scenario.participants
    return stated is not None and bool(stated.enrolled)


def _completion_rate(givens: Givens) -> Quantity | None:
    stated = givens.inputs.scenario.participants
    return givens.stated(stated.completion_rate, "share") if stated and stated.completion_rate else None


def _some_completed(table: Citizens | None) -> bool:
    return table is not None and "completed" in table.status


def _participant_months(citizens: CitizenColumns | None, calendar: Calendar) -> Quantity | None:
    if citizens is None:
        return None
    months = [calendar_months(*days) for days in _common_days(citizens, calendar)]
    return total(months_in_periods(months)).named("participant_months", "months")


def _person_years(citizens: CitizenColumns | None, calendar: Calendar) -> Quantity | None:
    if citizens is None:
        return None
    days = [days_between(*common) for common in _common_days(citizens, calendar)]
    return person_years(total(days_in_periods(days)).named("participant_days", "days"))


def _common_days(citizens: CitizenColumns, calendar: Calendar) -> list[tuple[Quantity, Quantity]]:
    return [
        (first_common_day(citizens.first, other_first=first), last_common_day(citizens.last, other_last=last))
        for first, last in calendar.periods
    ]
