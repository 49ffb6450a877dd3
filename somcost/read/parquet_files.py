"""Parquet tables: its columns' names are the header, its cells have types."""

import datetime as dt
import decimal
import io
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq

from somcost.problems import InputProblems, Problem, check
from somcost.read.cells import Content, as_text
from somcost.read.csv_files import SplitText
from somcost.read.faults import Faults
from somcost.read.grid import Grid, Record, Wanted, gathered

FIRST_LINE = 2
"""Of the rows: the header counts as the first."""
ROWS_OF_A_BATCH = 100_000


@check
def parquet_can_be_read(wanted: Wanted, reason: str) -> Problem:
    """A Parquet file is whole, and its columns hold plain values."""
    return wanted.problem(
        f"the file is no readable Parquet table: {reason}", "Export it again, without nested columns."
    )


def parquet_grid(content: bytes, wanted: Wanted, *, faults: Faults) -> Grid | Problem:
    """Read the rows of a Parquet file, or tell why they cannot be."""
    split = parquet_rows(wanted, content)
    if isinstance(split, Problem):
        return split
    try:
        return gathered(split.header, split.records, wanted, faults=faults)
    except InputProblems as error:
        return error.problems[0]


def parquet_rows(wanted: Wanted, content: bytes | None = None) -> SplitText | Problem:
    """Give the rows of a Parquet file as they are asked for, or tell why they cannot be read.

    While they are asked for, InputProblems is raised where the file turns out to be damaged.
    """
    found = parquet_file(wanted.source.path if content is None else io.BytesIO(content), wanted)
    if isinstance(found, Problem):
        return found
    return SplitText((1, found.schema_arrow.names), _records(found, wanted), [])


def parquet_file(where: Path | io.BytesIO, wanted: Wanted) -> pq.ParquetFile | Problem:
    """Open a Parquet file whose columns hold plain values, or tell why it cannot be."""
    try:
        found = pq.ParquetFile(where)
    except (pa.ArrowException, OSError, ValueError):
        return parquet_can_be_read(wanted, "it is damaged")
    nested = [field.name for field in found.schema_arrow if pa.types.is_nested(field.type)]
    return parquet_can_be_read(wanted, f"the column {nested[0]} is nested") if nested else found


def _records(file: pq.ParquetFile, wanted: Wanted) -> Iterator[Record]:
    line = FIRST_LINE
    try:
        for batch in file.iter_batches(ROWS_OF_A_BATCH):
            columns = [[content_of_value(value) for value in _values(column)] for column in batch.columns]
            for row in zip(*columns, strict=True):
                if any(cell != "" for cell in row):
                    yield line, row
                line += 1
    except (pa.ArrowException, OSError, ValueError) as error:
        raise InputProblems([parquet_can_be_read(wanted, "it is damaged")]) from error


def _values(column: pa.Array) -> list[Any]:
    try:
        found: list[Any] = column.to_pylist()
    except (OverflowError, ValueError):
        return [_value(each) for each in column]
    return found


def _value(cell: pa.Scalar) -> Any:
    """Give a value, or as text one that Python has no value for, such as a day of the year 12000."""
    try:
        return cell.as_py()
    except (OverflowError, ValueError):
        return cell.cast(pa.string()).as_py()


def content_of_value(value: Any) -> Content:
    """Give a value as a cell: what is missing is empty, true and false are words."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, int | float | decimal.Decimal):
        return float(value)
    return value if isinstance(value, dt.date | dt.time | dt.timedelta | str) else as_text(str(value))
