"""From what was read of exports to the project's own table of time registrations."""

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from somcost.intake.pseudonyms import Pseudonyms, Who
from somcost.intake.read_rows import RowsRead
from somcost.intake.rows import Registered
from somcost.model.calendar import days, days_by_month
from somcost.model.profiles import Meaning
from somcost.model.tables import Registrations, TableFile, running

Reads = Sequence[tuple[str, RowsRead[Registered]]]
TOLD: tuple[Meaning, ...] = ("activity", "phase", "site", "course")
HIDDEN: Mapping[Meaning, Who] = {"employee": "employee", "case": "case"}
"""What leaves as running numbers: who did it, and for whom."""


def registrations_of(
    reads: Sequence[tuple[str, RowsRead[Registered]]], names: Pseudonyms | None = None
) -> Registrations:
    """Give the registrations of one export or several, one after the other (tidsregistreringer).

    Hours of a week or a quarter that lies in several months are shared among them by days. Employees and cases become
    running numbers, in the order they come, or pseudonyms that stay the same from file to file.

    Args:
        reads: Each file's name, and what was read of it.
        names: Gives pseudonyms; running numbers without them.
    """
    rows = [
        (number, one, *part)
        for number, (_, read) in enumerate(reads)
        for one in read.registered
        for part in parts_of(one)
    ]
    every = [one for _, one, *_ in rows]
    columns: dict[str, Any] = {name: [one.words.get(name) for one in every] for name in (*TOLD, *HIDDEN)}
    for name, who in HIDDEN.items():
        columns[name] = _hidden(columns[name], who, names)
    return Registrations(
        files=tuple(TableFile(name, {}) for name, _ in reads),
        file=[number for number, *_ in rows],
        line=[one.line for one in every],
        date=[day for *_, day, _, _ in rows],
        by_month=[by_month for *_, by_month, _ in rows],
        hours=[hours for *_, hours in rows],
        job_group=[one.group for one in every],
        with_citizen=[one.with_citizen for one in every],
        **columns,
    )


def _hidden(values: Sequence[str | None], who: Who, names: Pseudonyms | None) -> list[str | None]:
    if names is None:
        return [None if number is None else str(number) for number in running(values)]
    return [None if value is None else names.of(value, who) for value in values]


def parts_of(one: Registered) -> Iterator[tuple[dt.date, bool, float]]:
    """Give a registration's days: its date, whether that stands for its month, and the hours; a part a month.

    >>> from types import SimpleNamespace as Row
    >>> from somcost.model.calendar import Span
    >>> week = Row(span=Span(dt.date(2018, 2, 26), dt.date(2018, 3, 4)), hours=35.0)
    >>> [(str(day), by_month, hours) for day, by_month, hours in parts_of(week)]
    [('2018-02-01', True, 15.0), ('2018-03-01', True, 20.0)]
    """
    if one.span.start == one.span.end:
        yield one.span.start, False, one.hours
        return
    for month, inside in days_by_month(one.span):
        yield month, True, one.hours * inside / days(one.span.start, one.span.end)
