"""DuckDB: reads text and Parquet in parallel, out of core, inside this process."""

import tempfile
from pathlib import Path
from typing import Any

import duckdb
import narwhals as nw

from somcost.read.sums.engine import Unsuited
from somcost.read.sums.parquet_plan import Kind, Kinds
from somcost.read.sums.plan import Plan

SCHEMA = "SELECT name, type, converted_type, num_children > 0 OR repetition_type = 'REPEATED' FROM parquet_schema(?)"
NOTES = "SELECT key FROM parquet_kv_metadata(?)"
ARROW = b"ARROW:schema"
"""The note in which Arrow says what it meant by a column, where Parquet has no word for it."""
_CERTAIN: dict[tuple[str, str | None], Kind] = {
    ("INT32", "DATE"): "date",
    ("DOUBLE", None): "number",
    ("BYTE_ARRAY", "UTF8"): "word",
    ("BOOLEAN", None): "word",
}
_WHOLE: dict[tuple[str, str | None], Kind] = {("INT32", None): "number", ("INT64", None): "number"}
"""Whole numbers; those of Arrow may be durations."""


class DuckDB:
    """DuckDB as an engine."""

    def __init__(self) -> None:
        self.connection = duckdb.connect(
            config={
                "preserve_insertion_order": "false",
                "temp_directory": tempfile.gettempdir(),
            }
        )
        self.connection.execute("SET enable_progress_bar = false")  # it would stand in the midst of our own output

    def frame(self, plan: Plan) -> nw.LazyFrame[Any]:
        """Give a file's rows."""
        if plan.format == "parquet":
            return nw.from_native(self.connection.read_parquet(pattern(plan.path), hive_partitioning=False)).lazy()
        keys = {number: key for key, number in plan.columns.items()}
        types = {"date": "DATE", "hours": "DOUBLE"}
        names = {number: keys.get(number, f"unread {number}") for number in range(1, len(plan.header) + 1)}
        columns = ", ".join(f"{quoted(name)}: '{types.get(name, 'VARCHAR')}'" for name in names.values())
        # SQL, as the method read_csv takes no encoding but UTF-8
        relation = self.connection.sql(
            f"FROM read_csv({quoted(pattern(plan.path))}, auto_detect=false, header=false, skip={plan.skipped},"
            f" delim={quoted(plan.delimiter)}, quote='', escape='', decimal_separator='{plan.mark}',"
            f" dateformat='{plan.dates or '%Y-%m-%d'}', encoding='{plan.encoding}', columns={{{columns}}},"
            " hive_partitioning=false)"
        )
        return nw.from_native(relation).lazy()

    def rows(self, frame: nw.LazyFrame[Any]) -> list[tuple[Any, ...]]:
        """Run the query."""
        try:
            found: list[tuple[Any, ...]] = frame.to_native().fetchall()
        except duckdb.Error as error:
            if type(error) is duckdb.Error:  # a damaged file; its errors have kinds, except this one
                raise Unsuited from error
            raise
        return found

    def kinds(self, path: Path) -> Kinds | None:
        """Tell what the columns of a Parquet file hold; None where its schema leaves any doubt."""
        asked = [pattern(path)]
        try:
            _, *columns = self.connection.execute(SCHEMA, asked).fetchall()
            noted = self.connection.execute(NOTES, asked).fetchall()
        except (duckdb.Error, UnicodeDecodeError):
            return None
        certain = _CERTAIN if (ARROW,) in noted else {**_CERTAIN, **_WHOLE}
        if any(nested for *_, nested in columns):
            return None
        return [(name, certain.get((kind, converted))) for name, kind, converted, _ in columns]

    def failures(self) -> tuple[type[Exception], ...]:
        """Give DuckDB's errors of data."""
        return (duckdb.DataError, duckdb.InvalidInputException, duckdb.IOException, duckdb.ConversionException)


def pattern(path: Path) -> str:
    """Name one file where DuckDB takes a pattern of names."""
    return "".join(f"[{sign}]" if sign in "*?[" else sign for sign in str(path.absolute()))


def quoted(text: str) -> str:
    """Write text as SQL has it."""
    return "'" + text.replace("'", "''") + "'"
