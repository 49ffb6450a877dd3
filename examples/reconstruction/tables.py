"""The tables as CSV files: with semicolon and decimal comma as Danish Excel writes them, or with comma and point."""

import csv
from collections.abc import Iterable, Sequence
from pathlib import Path

from reconstruction.diary import Case, Entry
from reconstruction.expenses import Expense
from reconstruction.published import EXAMPLES

Rows = Iterable[Sequence[str]]
DANISH = frozenset({"jammerbugt", "thisted"})
"""Municipalities whose files have semicolons and decimal commas."""


def write(case: str, table: str, header: Sequence[str], rows: Rows) -> None:
    """Write a table of a municipality."""
    path: Path = EXAMPLES / case / f"{table}.csv"
    path.parent.mkdir(exist_ok=True)
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, delimiter=";" if case in DANISH else ",", lineterminator="\n")
        writer.writerows([header, *rows])


def number(case: str, value: float) -> str:
    """Write a number with the municipality's decimal mark."""
    text = f"{value:.2f}".rstrip("0").rstrip(".")
    return text.replace(".", ",") if case in DANISH else text


def write_registrations(case: str, entries: Iterable[Entry], *, by: str) -> None:
    """Write time registrations; `by` is what they are about, case or course."""
    header = ("date", "job_group", "hours", "employee", "activity", "phase", "with_citizen", by)
    rows = (
        (
            each.date.isoformat(),
            each.job_group,
            number(case, each.quarters / 4),
            each.employee,
            each.activity,
            each.phase,
            "ja" if each.with_citizen else "nej",
            each.case if by == "case" else each.course,
        )
        for each in entries
    )
    write(case, "time_registrations", header, rows)


def write_expenses(case: str, expenses: Iterable[Expense]) -> None:
    """Write expenses; phase and course only where courses are what is costed."""
    listed = list(expenses)
    of_courses = any(each.course for each in listed)
    header = ("date", "amount", "category", *(("phase", "course") if of_courses else ()))
    rows = (
        (
            each.date.isoformat(),
            str(each.amount),
            each.category,
            *((each.phase, each.course) if of_courses else ()),
        )
        for each in listed
    )
    write(case, "expenses", header, rows)


def write_citizens(case: str, cases: Iterable[Case]) -> None:
    """Write the list of citizens: running numbers, no names."""
    rows = (
        (
            str(each.number),
            each.start.isoformat(),
            each.end.isoformat() if each.end else "",
            "discharged" if each.end else "enrolled",
        )
        for each in cases
    )
    write(case, "citizens", ("id", "start", "end", "status"), rows)
