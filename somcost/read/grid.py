"""A table's cells as they stand in the file, before anything is made of them, and the checks on its rows."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import NamedTuple

from somcost.problems import Location, Problem, check
from somcost.read.cells import Content, as_text
from somcost.read.faults import Faults
from somcost.read.progress import rows_are_read
from somcost.read.table_source import TableSource

BATCH = 200
"""Rows turned into columns at a time."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """A file to be read: how the scenario names it, the scenario's key for it, the columns looked for and needed."""

    source: TableSource
    key: str
    names: frozenset[str]

    @property
    def file(self) -> str:
        """The file's name in messages."""
        return self.source.name or str(self.source.path)

    def problem(self, message: str, advice: str, *, line: int = 0, column: int = 0) -> Problem:
        """Make a problem of the file or a place in it."""
        return Problem(Location(self.file, line, column), self.key, message, advice)


@dataclass(frozen=True, slots=True)
class Grid:
    """The header, and the cells under it column by column, with the line each row begins on.

    Blank rows and rows that do not fit the header are left out of the columns; `rows` counts the latter too.
    """

    header: Sequence[str]
    header_line: int
    columns: Sequence[Sequence[Content]]
    lines: Sequence[int]
    rows: int


Record = tuple[int, Sequence[Content]]
"""A row of a file: the line it begins on, and its cells."""


class RowLength(NamedTuple):
    """A row that does not fit its header."""

    line: int
    cells: int
    expected: int


@check
def rows_fit_the_header(wanted: Wanted, row: RowLength) -> Problem:
    """Every row has a cell for each column of the header, and no more."""
    message = f"the row has {row.cells} cells where the header has {row.expected}"
    too_few = "Fill the row up with its delimiters, one for each empty cell."
    too_many = "Put a cell that holds the delimiter, such as 7,4 between commas, in double quotes."
    return wanted.problem(message, too_few if row.cells < row.expected else too_many, line=row.line)


def gathered(header: Record, records: Iterable[Record], wanted: Wanted, *, faults: Faults) -> Grid:
    """Turn the rows under a header into columns, and tell those that do not fit it.

    It goes in batches and keeps equal cells as one object: a large table then stays in the processor's cache, which is
    what its speed hangs on.
    """
    names = [as_text(name).strip() for name in header[1]]
    columns: list[list[Content]] = [[] for _ in names]
    known: list[dict[Content, Content]] = [{} for _ in names]
    lines: list[int] = []
    misfits: list[RowLength] = []
    remaining = iter(records)
    while batch := list(islice(remaining, BATCH)):
        fits = _fitting(batch, names, misfits=misfits)
        lines.extend(line for line, _ in fits)
        for column, seen, cells in zip(columns, known, zip(*(cells for _, cells in fits), strict=True), strict=False):
            column.extend(map(seen.setdefault, cells, cells))
        rows_are_read(wanted.file, len(batch))
    faults.add_each(misfits, lambda row: rows_fit_the_header(wanted, row))
    return Grid(names, header[0], columns, lines, len(lines) + len(misfits))


def _fitting(batch: list[Record], names: Sequence[str], *, misfits: list[RowLength]) -> list[Record]:
    """Give the rows that have a cell for each named column and nothing beyond the header, all as long as the header."""
    width = len(names)
    if all(len(cells) == width for _, cells in batch):
        return batch
    least = max((number for number, name in enumerate(names, start=1) if name), default=0)
    fits: list[Record] = []
    for line, cells in batch:
        if len(cells) < least or any(cells[width:]):
            misfits.append(RowLength(line, len(cells), width))
        else:
            fits.append((line, [*cells[:width], *[""] * (width - len(cells))]))
    return fits
