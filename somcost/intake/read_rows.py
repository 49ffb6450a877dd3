"""What was read of an export, row by row: what counts, and what is set aside with its reason."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Generic, TypeVar

from somcost.intake.layout import Region, is_blank
from somcost.intake.row_cells import Reason, is_empty
from somcost.intake.sheet import Sheet
from somcost.model.profiles import Meaning
from somcost.read.cells import Content
from somcost.read.grid import BATCH
from somcost.read.progress import rows_are_read

UNASKED: tuple[Reason, ...] = ("total", "footer", "no_hours", "no_amount")
"""Reasons that need nobody's word: sums of other rows, text beside the table, rows in which nothing counts."""
One = TypeVar("One")
Cells = dict[Meaning, Content]


@dataclass(frozen=True, slots=True)
class SetAside:
    """A row, or a cell of a wide table, that does not count or cannot be read (udeladt række).

    Attributes:
        line: The line it stands on.
        column: The number of the column at fault, from 1; 0 where it is the row.
        reason: Why.
        hours: The hours it holds; None where they cannot be read, or it holds none.
        amount: The kr it holds; None where they cannot be read, or it holds none.
    """

    line: int
    column: int
    reason: Reason
    hours: float | None = None
    amount: Decimal | None = None


@dataclass(frozen=True, slots=True)
class RowsRead(Generic[One]):
    """What was read of an export: every row that is not blank is in one of the two.

    Attributes:
        registered: What counts: registrations, stays of citizens, or postings.
        aside: What is set aside.
    """

    registered: list[One] = field(default_factory=list)
    aside: list[SetAside] = field(default_factory=list)


def rows_under(sheet: Sheet, region: Region) -> Iterator[tuple[Sequence[Content], int]]:
    """Give the rows under a table's header that are not blank, each with its line."""
    rows = zip(sheet.rows[region.first :], sheet.lines[region.first :], strict=True)
    yield from ((row, line) for row, line in rows if not is_blank(row))


def told(sheet: Sheet, rows: Iterable[One]) -> Iterator[One]:
    """Give a sheet's rows, and tell whoever watches how many have been read."""
    for number, row in enumerate(rows, start=1):
        if not number % BATCH:
            rows_are_read(sheet.file, BATCH)
        yield row


def rows_above(sheet: Sheet, region: Region) -> Iterator[tuple[Sequence[Content], int]]:
    """Give the rows above a table's header that are not blank, each with its line: titles, or rows that it missed."""
    rows = zip(sheet.rows[: region.top], sheet.lines[: region.top], strict=True)
    yield from ((row, line) for row, line in rows if not is_blank(row))


class FillDown:
    """Remembers what is written once for the rows below."""

    def __init__(self, meanings: Sequence[Meaning]) -> None:
        self.meanings = meanings
        self.above: Cells = {}

    def filled(self, cells: Cells) -> Cells:
        """Give a row's cells, a blank one as the one above it."""
        for meaning in self.meanings:
            if not is_empty(cells, meaning):
                self.above[meaning] = cells[meaning]
        return {**cells, **{meaning: self.above.get(meaning, "") for meaning in self.meanings}}


def cell_at(row: Sequence[Content], place: int) -> Content:
    """Give a cell; a row that is shorter has none there."""
    return row[place] if place < len(row) else ""
