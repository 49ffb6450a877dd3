"""Hours and amounts: possible in a day, on the right side of zero, and some of them there."""

import datetime as dt
from collections import defaultdict
from collections.abc import Hashable, Iterator, Sequence

import numpy as np
from numpy.typing import NDArray

from somcost.model.calendar import days_in_month, month_name
from somcost.model.scenario import Inputs
from somcost.model.tables import Registrations
from somcost.problems import Problem, check
from somcost.validate.nearest import listed

HOURS_OF_A_DAY = 24
TOLERANCE = 1e-9
LINES_TOLD = 8
"""Lines of an employee's day that a message names."""

Entry = tuple[str | None, dt.date, bool]
"""An employee, a date, and whether it stands for its month."""


@check
def hours_fit_into_days(inputs: Inputs) -> Iterator[Problem]:
    """An employee registers at most 24 hours a day; in rows by month, at most 24 for each of its days."""
    table = inputs.registrations
    if table is None or not any(table.employee):
        return
    for entry, rows in _long_entries(table).items():
        hours, most = sum(table.hours[row] for row in rows), _most_hours(entry)
        if hours > most + TOLERANCE:
            _, date, by_month = entry
            period = month_name(date) if by_month else str(date)
            lines = listed((str(table.line[row]) for row in rows), most=LINES_TOLD)
            yield Problem(
                table.location(rows[-1], "hours"),
                "hours",
                f"one employee has {hours:g} hours in {period} (lines {lines}), at most {most} fit",
                "Look for a row entered twice, minutes given as hours, or two people under one name.",
            )


def _most_hours(entry: Entry) -> int:
    _, date, by_month = entry
    return HOURS_OF_A_DAY * (days_in_month(date) if by_month else 1)


def _long_entries(table: Registrations) -> dict[Entry, list[int]]:
    employees = _numbered(table.employee)
    dates = _numbered(list(zip(table.date, table.by_month, strict=True)))
    _, numbers = np.unique(employees * len(table) + dates, return_inverse=True)
    hours = np.bincount(numbers, weights=table.hours)[numbers]
    rows: defaultdict[Entry, list[int]] = defaultdict(list)
    for row in np.flatnonzero(hours > HOURS_OF_A_DAY).tolist():
        if table.employee[row] is not None:
            rows[table.employee[row], table.date[row], table.by_month[row]].append(row)
    return rows


def _numbered(values: Sequence[Hashable]) -> NDArray[np.int64]:
    numbers = {value: number for number, value in enumerate(set(values))}
    return np.fromiter((numbers[value] for value in values), dtype=np.int64, count=len(values))


@check
def some_hours_are_registered(inputs: Inputs) -> Iterator[Problem]:
    """A table of time registrations holds at least one hour."""
    table = inputs.registrations
    if table is not None and not any(table.hours):
        yield Problem(
            table.location(0, "hours") if len(table) else inputs.scenario.location,
            "hours" if len(table) else "time_registrations",
            "no hour is registered, at least one is needed",
            "Without hours there is no wage cost; leave the key out when only full-time staff is known.",
        )


@check
def amounts_are_not_negative(inputs: Inputs) -> Iterator[Problem]:
    """An expense is not negative, unless the settings say that negative amounts are credits."""
    table = inputs.expenses
    if table is None or inputs.scenario.settings.negative_amounts == "credit":
        return
    for row, amount in enumerate(table.amount):
        if amount < 0:
            yield Problem(
                table.location(row, "amount"),
                "amount",
                f"{amount:.15g} is negative, an expense is 0 kr or more",
                "If negative amounts are credits, say so by `settings: {negative_amounts: credit}`.",
            )
