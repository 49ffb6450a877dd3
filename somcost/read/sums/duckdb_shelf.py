"""A shelf of sums by DuckDB."""

import datetime as dt
from pathlib import Path

import duckdb

from somcost.read.sums.counted import Sums
from somcost.read.sums.duckdb_engine import pattern, quoted
from somcost.read.sums.shelves import NOTE

_KINDS = {"parts": "DECIMAL(38, 0)", "rows": "BIGINT"}
"""DuckDB's type of each column that is no word."""


class DuckShelf:
    """A shelf by DuckDB."""

    def put(self, place: Path, sums: Sums, note: str) -> None:
        """Write a file."""
        dates = {"period": "DATE"} if any(isinstance(each, dt.date) for each in sums["period"]) else {}
        kinds = {name: {**_KINDS, **dates}.get(name, "VARCHAR") for name in sums}
        columns = ", ".join(f'unnest(?::{kind}[]) AS "{name}"' for name, kind in kinds.items())
        options = f"FORMAT parquet, KV_METADATA {{{NOTE}: {quoted(note)}}}"
        try:
            with duckdb.connect() as connection:
                connection.execute(
                    f"COPY (SELECT {columns}) TO {quoted(str(place))} ({options})",
                    [list(each) for each in sums.values()],
                )
        except duckdb.Error as error:
            raise OSError(str(error)) from error

    def taken(self, place: Path) -> tuple[str, Sums] | None:
        """Read a file."""
        try:
            with duckdb.connect() as connection:
                notes = dict(
                    connection.execute("SELECT key, value FROM parquet_kv_metadata(?)", [pattern(place)]).fetchall()
                )
                found = connection.execute("FROM read_parquet(?, hive_partitioning=false)", [pattern(place)])
                names = [each[0] for each in found.description]
                columns = list(zip(*found.fetchall(), strict=True)) or [()] * len(names)
        except duckdb.Error:
            return None
        return notes.get(NOTE.encode(), b"").decode(), dict(zip(names, columns, strict=True))
