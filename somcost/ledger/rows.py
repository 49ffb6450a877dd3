"""Which rows are costed: those dated on an observed day; the others are set aside, counted, never lost unseen."""

import datetime as dt
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from somcost.model.calendar import Span, last_day
from somcost.model.tables import Expenses, Registrations


@dataclass(frozen=True, slots=True)
class SetAside:
    """Rows left out of the cost because the scenario says to drop them: how many, their hours and their kr."""

    rows: int = 0
    hours: float = 0.0
    expenses: float = 0.0


def observed_rows(table: Registrations | Expenses, spans: Sequence[Span]) -> list[bool]:
    """Tell for each row whether its day is observed; a row dated by month counts when any day of the month is."""
    starts = [span.start for span in spans]
    known: dict[tuple[dt.date, bool], bool] = {}
    for dated in set(zip(table.date, table.by_month, strict=True)):
        first, by_month = dated
        position = bisect_right(starts, last_day(first) if by_month else first) - 1
        known[dated] = position >= 0 and spans[position].end >= first
    return [known[dated] for dated in zip(table.date, table.by_month, strict=True)]


def set_aside(registrations: Registrations | None, expenses: Expenses | None, *, spans: Sequence[Span]) -> SetAside:
    """Count what falls on days that are not observed."""
    dropped = [
        (table, [row for row, seen in enumerate(observed_rows(table, spans)) if not seen])
        for table in (registrations, expenses)
        if table is not None
    ]
    hours = sum(table.hours[row] for table, rows in dropped if isinstance(table, Registrations) for row in rows)
    amounts = sum(table.amount[row] for table, rows in dropped if isinstance(table, Expenses) for row in rows)
    return SetAside(sum(table.count(rows) for table, rows in dropped), float(hours), float(amounts))
