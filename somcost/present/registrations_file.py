"""Time registrations as a file of the project's own form."""

import csv
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from somcost.model.calendar import month_name
from somcost.model.tables import Registrations
from somcost.present.files import write_atomically

OPTIONAL = ("employee", "activity", "phase", "with_citizen", "case", "site", "course")


def write_registrations(table: Registrations, path: Path) -> None:
    """Write registrations as CSV: UTF-8, comma between cells, point before decimals; columns nobody told are left out.

    Raises:
        InputProblems: The file cannot be written.
    """
    write_atomically(path, lambda to: _write(table, to))


def _write(table: Registrations, path: Path) -> None:
    columns = columns_of(table)
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(columns)
        writer.writerows(zip(*columns.values(), strict=True))


def columns_of(table: Registrations) -> dict[str, Sequence[str]]:
    """Give the columns that are told of, as text; a month stands as one, and in a column of its own if all do."""
    named = "month" if all(table.by_month) else "date"
    dates = [
        month_name(day) if whole else day.isoformat() for day, whole in zip(table.date, table.by_month, strict=True)
    ]
    columns: dict[str, Sequence[str]] = {
        named: dates,
        "job_group": table.job_group,
        "hours": [f"{hours:.10g}" for hours in table.hours],
    }
    for name in OPTIONAL:
        values = getattr(table, name)
        if any(value is not None for value in values):
            columns[name] = [_text(value) for value in values]
    return columns


def _text(value: Any) -> str:
    if value is None:
        return ""
    return str(value).lower() if isinstance(value, bool) else str(value)
