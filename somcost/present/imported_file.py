"""What was imported as a file of the project's own form: registrations, citizens or expenses."""

import csv
import datetime as dt
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from somcost.intake.citizens import citizens_of
from somcost.intake.expenses import expenses_of
from somcost.intake.imported import Imported
from somcost.intake.pseudonyms import Pseudonyms
from somcost.intake.registrations import registrations_of
from somcost.model.calendar import month_name
from somcost.model.tables import Citizens, Expenses, Registrations, Table
from somcost.present.files import write_atomically

DIGITS = ".15g"
"""As many as are an amount's own, to the øre."""


def write_imported(imported: Imported, path: Path, names: Pseudonyms | None = None) -> int:
    """Write what was imported as CSV: UTF-8, comma between cells, point before decimals; columns nobody told left out.

    Args:
        imported: What was imported.
        path: The file.
        names: Gives pseudonyms for persons; running numbers without them.

    Returns:
        How many rows were written.

    Raises:
        InputProblems: The file cannot be written.
    """
    table = _table(imported, names)
    columns = columns_of(table)
    write_atomically(path, lambda to: _write(columns, to))
    return len(table)


def _table(imported: Imported, names: Pseudonyms | None) -> Table:
    profile = imported.profile
    if profile.kind == "citizens":
        return citizens_of(imported.reads, names, profile.re_entries)
    if profile.kind == "expenses":
        return expenses_of(imported.reads, profile)
    return registrations_of(imported.reads, names)


def _write(columns: dict[str, Sequence[str]], path: Path) -> None:
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(columns)
        writer.writerows(zip(*columns.values(), strict=True))


def columns_of(table: Table) -> dict[str, Sequence[str]]:
    """Give the columns that are told of, as text; a month stands as one, and in a column of its own if all do."""
    if isinstance(table, Citizens):
        own: dict[str, Sequence[str]] = {"id": table.id, "start": _texts(table.start), "end": _texts(table.end)}
        return own | _told(table, ("status", "site"))
    if isinstance(table, Expenses):
        own = _dated(table) | {"amount": [format(amount, DIGITS) for amount in table.amount]}
        return own | _told(table, ("category", "phase", "site", "course"))
    if not isinstance(table, Registrations):
        raise AssertionError(table)
    own = _dated(table) | {"job_group": table.job_group, "hours": [f"{hours:.10g}" for hours in table.hours]}
    return own | _told(table, ("employee", "activity", "phase", "with_citizen", "case", "site", "course"))


def _dated(table: Registrations | Expenses) -> dict[str, Sequence[str]]:
    named = "month" if all(table.by_month) else "date"
    rows = zip(table.date, table.by_month, strict=True)
    return {named: [month_name(day) if whole else day.isoformat() for day, whole in rows]}


def _told(table: Table, names: Sequence[str]) -> dict[str, Sequence[str]]:
    """Give the columns of which any row tells something."""
    columns = {name: getattr(table, name) for name in names}
    return {name: _texts(own) for name, own in columns.items() if any(value is not None for value in own)}


def _texts(values: Sequence[Any]) -> list[str]:
    return [_text(value) for value in values]


def _text(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, dt.date):
        return value.isoformat()
    return str(value).lower() if isinstance(value, bool) else str(value)
