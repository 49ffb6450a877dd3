"""What an engine needs to know to read a file of registrations: found from the file's head by the row reader's code."""

import io
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from somcost.problems import Problem
from somcost.read.cells import Column, Content
from somcost.read.csv_files import csv_grid, delimiter_of_text
from somcost.read.encodings import encoding_of
from somcost.read.faults import Faults
from somcost.read.grid import Grid, Wanted
from somcost.read.headers import find_columns
from somcost.read.number_cells import Mark
from somcost.read.sums.survey import looks_like_utf8
from somcost.read.table_columns import Dialect, columns_of, dialect_of
from somcost.read.table_shapes import MEASURED, TableShape
from somcost.read.table_source import TableSource

HEAD = 1 << 18
"""Bytes of a file that its plan is made from."""
NOT_SUMMED = ("employee", "case")
"""Columns of people; no cost depends on them."""
ENCODINGS = {"utf-8": "utf-8", "utf-8-sig": "utf-8", "cp1252": "latin-1"}
"""The encodings that engines read, by the row reader's names; without the bytes 0x80 to 0x9f the last two are one."""
_FORMS = (
    (re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}"), "%Y-%m-%d"),
    *((re.compile(rf"[0-9]{{1,2}}[{mark}][0-9]{{1,2}}[{mark}][0-9]{{4}}"), mark) for mark in "-./"),
)


@dataclass(frozen=True, slots=True)
class Plan:
    """How an engine reads a file.

    Attributes:
        path: The file.
        format: "csv" or "parquet".
        header: Its column names.
        columns: The number of each key's column, counted from 1.
        skipped: Lines up to and with the header; 0 of Parquet.
        encoding: "utf-8" or "latin-1".
        delimiter: Between cells.
        mark: The decimal mark of hours.
        dates: How dates are written, as strptime has it; "" where months are.
    """

    path: Path
    format: str
    header: Sequence[str]
    columns: Mapping[str, int]
    skipped: int = 0
    encoding: str = "utf-8"
    delimiter: str = ","
    mark: Mark = "."
    dates: str = ""

    @property
    def period(self) -> str:
        """The key that says when: date, or month."""
        return "date" if "date" in self.columns else "month"

    @property
    def words(self) -> tuple[str, ...]:
        """The keys that rows are added up by, beside the period."""
        return tuple(key for key in self.columns if key not in (*NOT_SUMMED, *MEASURED))


def csv_plan(wanted: Wanted, shape: TableShape) -> Plan | None:
    """Plan the reading of a text file by an engine; None where only the row reader can tell what it means.

    Raises:
        OSError: The file cannot be read.
    """
    source = wanted.source
    with source.path.open("rb") as file:
        head = file.read(HEAD)
        whole = not file.read(1)
    stated = source.encoding or (encoding_of(head) if whole or not looks_like_utf8(head) else "utf-8")
    if stated not in ENCODINGS:
        return None
    faults = Faults()
    begun = head if whole else head[: head.rfind(b"\n") + 1]
    grid = csv_grid(begun, wanted, faults=faults)
    if isinstance(grid, Problem):
        return None
    columns = find_columns(grid, wanted, shape, faults=faults)
    if columns is None or faults.problems:
        return None
    delimiter = delimiter_of_text(io.StringIO(begun.decode(stated), newline=""), wanted)
    return None if isinstance(delimiter, Problem) else _plan(wanted, shape, grid, columns, ENCODINGS[stated], delimiter)


def _plan(
    wanted: Wanted, shape: TableShape, grid: Grid, columns: dict[str, int], encoding: str, delimiter: str
) -> Plan | None:
    source, faults = wanted.source, Faults()
    read = columns_of(grid, columns, wanted)
    dialect = dialect_of(read, shape, source, faults=faults)
    if dialect.doubtful or says_more(source):
        return None
    dates = "" if "date" not in columns else _form_of_dates(read, dialect)
    if dates is None:
        return None
    return Plan(source.path, "csv", grid.header, columns, grid.header_line, encoding, delimiter, dialect.mark, dates)


def _form_of_dates(columns: Iterable[Column], dialect: Dialect) -> str | None:
    """Give the one form that all dates of the head are written in."""
    texts = [text for column in columns if column.key == "date" for text in column.meant.values()]
    form = next((form for pattern, form in _FORMS if _all_match(pattern, texts)), None)
    if form is None or len(form) > 1:
        return form
    if dialect.dates_stated and dialect.dates == "yyyy-mm-dd":
        return None
    month_first = dialect.dates == "mm-dd-yyyy" and (dialect.dates_stated or form == "/")
    return f"%m{form}%d{form}%Y" if month_first else f"%d{form}%m{form}%Y"


def _all_match(pattern: re.Pattern[str], texts: Sequence[Content]) -> bool:
    return bool(texts) and all(isinstance(text, str) and pattern.fullmatch(text) for text in texts)


def says_more(source: TableSource) -> bool:
    """Whether the scenario says how dates or hours are to be read, beyond the names of their columns."""
    return any(key in source.values or (key in source.columns and source.columns[key].format) for key in MEASURED)
