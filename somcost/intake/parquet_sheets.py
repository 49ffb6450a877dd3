"""Parquet as a sheet: its columns' names are the header."""

import datetime as dt
import decimal
import io
from typing import Any

from somcost.intake.sheet import Sheet
from somcost.problems import InputProblems, Problem, check
from somcost.read.cells import Content, as_text
from somcost.read.grid import Wanted


@check
def parquet_can_be_read(wanted: Wanted, reason: str) -> Problem:
    """A Parquet file is whole, and its columns hold plain values."""
    return wanted.problem(
        f"the file is no readable Parquet table: {reason}", "Export it again, without nested columns."
    )


def parquet_sheets(content: bytes, wanted: Wanted) -> list[Sheet]:
    """Read a Parquet file.

    Raises:
        InputProblems: It is damaged, or has nested columns.
    """
    import pyarrow as pa  # noqa: PLC0415 - slow to import, and only Parquet needs it
    import pyarrow.parquet as pq  # noqa: PLC0415 - as above

    try:
        table = pq.read_table(io.BytesIO(content))
    except (pa.ArrowException, OSError, ValueError):
        raise InputProblems([parquet_can_be_read(wanted, "it is damaged")]) from None
    nested = [field.name for field in table.schema if pa.types.is_nested(field.type)]
    if nested:
        raise InputProblems([parquet_can_be_read(wanted, f"the column {nested[0]} is nested")])
    columns = [[_content(value) for value in column.to_pylist()] for column in table.columns]
    rows: list[list[Content]] = [list(table.column_names), *map(list, zip(*columns, strict=True))]
    return [Sheet(wanted.file, "", "parquet", rows, range(1, len(rows) + 1))]


def _content(value: Any) -> Content:
    if value is None:
        return ""
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, int | float | decimal.Decimal):
        return float(value)
    return value if isinstance(value, dt.date | dt.time | dt.timedelta | str) else as_text(str(value))
