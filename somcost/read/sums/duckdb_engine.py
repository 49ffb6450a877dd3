"""DuckDB: reads text and Parquet in parallel, out of core, inside this process."""

import tempfile
from typing import Any

import duckdb
import narwhals as nw

from somcost.read.sums.plan import Plan


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
            return nw.from_native(self.connection.read_parquet(str(plan.path))).lazy()
        keys = {number: key for key, number in plan.columns.items()}
        types = {"date": "DATE", "hours": "DOUBLE"}
        names = {number: keys.get(number, f"unread {number}") for number in range(1, len(plan.header) + 1)}
        columns = ", ".join(f"{_quoted(name)}: '{types.get(name, 'VARCHAR')}'" for name in names.values())
        # SQL, as the method read_csv takes no encoding but UTF-8
        relation = self.connection.sql(
            f"FROM read_csv({_quoted(str(plan.path))}, auto_detect=false, header=false, skip={plan.skipped},"
            f" delim={_quoted(plan.delimiter)}, quote='', escape='', decimal_separator='{plan.mark}',"
            f" dateformat='{plan.dates or '%Y-%m-%d'}', encoding='{plan.encoding}', columns={{{columns}}})"
        )
        return nw.from_native(relation).lazy()

    def failures(self) -> tuple[type[Exception], ...]:
        """Give DuckDB's errors of data."""
        return (duckdb.DataError, duckdb.InvalidInputException, duckdb.IOException, duckdb.ConversionException)


def _quoted(text: str) -> str:
    return "'" + text.replace("'", "''") + "'"
