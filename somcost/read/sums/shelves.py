"""Sums as a Parquet file with a note: by DuckDB where it adds up, else by pyarrow, which takes longer to load."""

from pathlib import Path
from typing import Protocol

from somcost.model.reading import EngineName
from somcost.read.sums.counted import Sums

NOTE = "sha256"
"""The key of the note."""


class Shelf(Protocol):
    """Puts sums into files and takes them out."""

    def put(self, place: Path, sums: Sums, note: str) -> None:
        """Write a file.

        Raises:
            OSError: It cannot be written.
        """
        ...

    def taken(self, place: Path) -> tuple[str, Sums] | None:
        """Give a file's note and sums; None where it cannot be read."""
        ...


class ArrowShelf:
    """A shelf by pyarrow."""

    def put(self, place: Path, sums: Sums, note: str) -> None:
        """Write a file."""
        import pyarrow as pa  # noqa: PLC0415 - slow to import, and only large files need it
        import pyarrow.parquet as pq  # noqa: PLC0415 - as above

        parts = pa.array(sums["parts"], pa.decimal128(38))
        pq.write_table(pa.table({**sums, "parts": parts}).replace_schema_metadata({NOTE: note}), place)

    def taken(self, place: Path) -> tuple[str, Sums] | None:
        """Read a file."""
        import pyarrow as pa  # noqa: PLC0415 - as above
        import pyarrow.parquet as pq  # noqa: PLC0415 - as above

        try:
            found = pq.read_table(place)
        except (OSError, pa.ArrowException):
            return None
        return (found.schema.metadata or {}).get(NOTE.encode(), b"").decode(), found.to_pydict()


def shelf_of(engine: EngineName) -> Shelf:
    """Give the shelf that goes with an engine."""
    if engine == "duckdb":
        from somcost.read.sums.duckdb_shelf import DuckShelf  # noqa: PLC0415 - an optional library

        return DuckShelf()
    return ArrowShelf()
