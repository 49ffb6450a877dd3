"""The four tables and the list of courses: their columns, what each holds, and which a file must have."""

import calendar
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Any, Literal

from somcost.read.date_cells import Period

Kind = Literal["date", "day", "month", "text", "hours", "number", "fte", "participants", "boolean", "status", "year"]
Columns = dict[str, list[Any]]

MEASURED = ("date", "month", "hours")
"""Columns of registrations that are no words."""
DATES: frozenset[Kind] = frozenset({"date", "day"})
NUMBERS: frozenset[Kind] = frozenset({"hours", "number", "fte", "participants"})


@dataclass(frozen=True, slots=True)
class TableShape:
    """A table: the scenario's key for it, its columns, and the ones required.

    Attributes:
        key: The scenario's key for the table.
        kinds: What each column holds.
        required: The columns every file has.
        either: Sets of columns of which a file has one whole set; the first that it has is read.
        finished: Makes the model's columns of the file's.
        stand_for: Columns of the model that have no column of their own, and the one of the file that gives them.
        may_be_empty: A file with only its header is a table without rows, not a fault.
    """

    key: str
    kinds: Mapping[str, Kind]
    required: tuple[str, ...]
    either: tuple[tuple[str, ...], ...] = ((),)
    finished: Callable[[Columns], Columns] = lambda columns: columns
    stand_for: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    may_be_empty: bool = False


def _with_date(columns: Columns) -> Columns:
    """Split a column of days and months into the day and whether it stands for its month."""
    periods: list[Period] = columns.pop("month") if "month" in columns else columns["date"]
    return {**columns, "date": [each.date for each in periods], "by_month": [each.by_month for each in periods]}


def _with_days(columns: Columns) -> Columns:
    """Give first and last days, of a month where the file names one."""
    days: Columns = {key: [each and each.date for each in columns[key]] for key in ("start", "end") if key in columns}
    if "month" not in columns:
        return {**columns, **days}
    first = [each.date for each in columns.pop("month")]
    return {**columns, "start": first, "end": [_last_of_month(day) for day in first]}


def _last_of_month(first: Any) -> Any:
    return first.replace(day=calendar.monthrange(first.year, first.month)[1])


REGISTRATIONS = TableShape(
    key="time_registrations",
    kinds=MappingProxyType(
        {
            "date": "date",
            "month": "month",
            "job_group": "text",
            "hours": "hours",
            "employee": "text",
            "activity": "text",
            "phase": "text",
            "with_citizen": "boolean",
            "case": "text",
            "site": "text",
            "course": "text",
        }
    ),
    required=("job_group", "hours"),
    either=(("date",), ("month",)),
    finished=_with_date,
    stand_for=MappingProxyType({"date": "month"}),
)

EXPENSES = TableShape(
    key="expenses",
    kinds=MappingProxyType(
        {
            "date": "date",
            "month": "month",
            "amount": "number",
            "category": "text",
            "phase": "text",
            "site": "text",
            "course": "text",
            "price_year": "year",
        }
    ),
    required=("amount",),
    either=(("date",), ("month",)),
    finished=_with_date,
    stand_for=MappingProxyType({"date": "month"}),
    may_be_empty=True,
)

CITIZENS = TableShape(
    key="participants",
    kinds=MappingProxyType({"id": "text", "start": "day", "end": "day", "status": "status", "site": "text"}),
    required=("id", "start"),
    finished=_with_days,
)

STAFF = TableShape(
    key="full_time_staff",
    kinds=MappingProxyType({"month": "month", "start": "day", "end": "day", "job_group": "text", "fte": "fte"}),
    required=("job_group", "fte"),
    either=(("month",), ("start", "end")),
    finished=_with_days,
    stand_for=MappingProxyType({"start": "month", "end": "month"}),
)

COURSES = TableShape(
    key="courses",
    kinds=MappingProxyType({"id": "text", "participants": "participants"}),
    required=("id", "participants"),
)
