"""The tables a municipality hands in, column by column: registrations, expenses, citizens, staff.

A column is a list with one entry a row; None is what the data does not say. `file` and `line` tell where a row
stands: `files[file[i]]`, line `line[i]`.
"""

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, fields, replace
from typing import Any, Self

from somcost.problems import Location

Status = str
STATUSES: tuple[Status, ...] = ("enrolled", "discharged", "completed")


@dataclass(frozen=True, slots=True)
class TableFile:
    """A file a table was read from, and the number of the column that holds each key."""

    name: str
    columns: Mapping[str, int]


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """Rows with their places."""

    files: tuple[TableFile, ...] = ()
    file: Sequence[int] = field(default_factory=list)
    line: Sequence[int] = field(default_factory=list)

    def __len__(self) -> int:
        return len(self.line)

    @property
    def rows_read(self) -> int:
        """How many rows of the files the table holds."""
        return self.count(range(len(self)))

    def count(self, rows: Sequence[int]) -> int:
        """Count the rows of the files that these rows of the table stand for."""
        return len(rows)

    def location(self, row: int, column: str = "") -> Location:
        """Tell where a row, or its cell in a column, stands."""
        source = self.files[self.file[row]]
        return Location(source.name, self.line[row], source.columns.get(column, 0))

    def take(self, rows: Sequence[int]) -> Self:
        """Keep the rows with these numbers, in this order."""
        names = [each.name for each in fields(self) if each.name != "files"]
        columns = {name: getattr(self, name) for name in names}
        kept: dict[str, Any] = {name: [cells[row] for row in rows] for name, cells in columns.items() if cells}
        return replace(self, **kept)


@dataclass(frozen=True, slots=True, kw_only=True)
class Registrations(Table):
    """Time registrations (tidsregistreringer). `by_month` rows are dated by month only, `date` is its first day.

    Read as sums, a row stands for all `rows` of the files that agree in what a cost depends on: it has the first of
    their dates, their hours together, and neither employee nor case. Read one by one, `rows` is empty.
    """

    date: Sequence[dt.date] = field(default_factory=list)
    by_month: Sequence[bool] = field(default_factory=list)
    job_group: Sequence[str] = field(default_factory=list)
    hours: Sequence[float] = field(default_factory=list)
    employee: Sequence[str | None] = field(default_factory=list)
    activity: Sequence[str | None] = field(default_factory=list)
    phase: Sequence[str | None] = field(default_factory=list)
    with_citizen: Sequence[bool | None] = field(default_factory=list)
    case: Sequence[str | None] = field(default_factory=list)
    site: Sequence[str | None] = field(default_factory=list)
    course: Sequence[str | None] = field(default_factory=list)
    rows: Sequence[int] = field(default_factory=list)

    @property
    def are_sums(self) -> bool:
        """Whether a row stands for the sum of several, as an engine gives them."""
        return bool(self.rows)

    def count(self, rows: Sequence[int]) -> int:
        """Count the rows of the files that these rows of the table stand for."""
        return sum(self.rows[row] for row in rows) if self.are_sums else len(rows)


@dataclass(frozen=True, slots=True, kw_only=True)
class Expenses(Table):
    """Other expenses (øvrige udgifter), kr."""

    date: Sequence[dt.date] = field(default_factory=list)
    by_month: Sequence[bool] = field(default_factory=list)
    amount: Sequence[float] = field(default_factory=list)
    category: Sequence[str | None] = field(default_factory=list)
    phase: Sequence[str | None] = field(default_factory=list)
    site: Sequence[str | None] = field(default_factory=list)
    course: Sequence[str | None] = field(default_factory=list)
    price_year: Sequence[int | None] = field(default_factory=list)


@dataclass(frozen=True, slots=True, kw_only=True)
class Citizens(Table):
    """Citizens in the intervention (borgere), from their first day to their last, both included."""

    id: Sequence[str] = field(default_factory=list)
    start: Sequence[dt.date] = field(default_factory=list)
    end: Sequence[dt.date | None] = field(default_factory=list)
    status: Sequence[Status | None] = field(default_factory=list)
    site: Sequence[str | None] = field(default_factory=list)


@dataclass(frozen=True, slots=True, kw_only=True)
class Staff(Table):
    """Full-time staff (fuldtidsansatte): full-time equivalents of a job group from a first to a last day."""

    start: Sequence[dt.date] = field(default_factory=list)
    end: Sequence[dt.date] = field(default_factory=list)
    job_group: Sequence[str] = field(default_factory=list)
    fte: Sequence[float] = field(default_factory=list)


def running(names: Sequence[str | None]) -> list[int | None]:
    """Number the names in the order they come, so that none of them leaves the data.

    >>> running(["m17", None, "m4", "m17"])
    [1, None, 2, 1]
    """
    numbers = {name: number for number, name in enumerate(dict.fromkeys(each for each in names if each), start=1)}
    return [numbers[name] if name else None for name in names]
