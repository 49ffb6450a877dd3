"""Which engine reads the registrations: the one asked for, else by the size of the files."""

import datetime as dt
from collections.abc import Sequence
from typing import TYPE_CHECKING

from somcost.model.reading import EngineName, Reading
from somcost.problems import Problem
from somcost.read.file_bytes import PARQUET_SUFFIX, TEXT_SUFFIXES
from somcost.read.sums.engine import engines_are_installed, is_installed
from somcost.read.table_source import TableSource

if TYPE_CHECKING:
    from somcost.read.sums.reader import SumsReader

LARGE = 64 << 20
"""Bytes of all files from which an engine is quicker than the row reader by more than it takes to load it."""
LARGE_PARQUET = 8 << 20
"""The same of Parquet, which is packed."""


def sums_reader(
    reading: Reading, sources: Sequence[TableSource], *, turns: Sequence[dt.date]
) -> "SumsReader | Problem | None":
    """Give the reader of sums; None where rows are read one by one, a problem where an engine is not installed.

    Workbooks are always read row by row: a sheet has a million rows at most.
    """
    engine = reading.engine or _by_size(sources)
    suffixes = {source.path.suffix.lower() for source in sources}
    if engine == "rows" or not suffixes <= {*TEXT_SUFFIXES, PARQUET_SUFFIX}:
        return None
    if not is_installed(engine):
        return engines_are_installed(sources[0].location, engine)
    from somcost.read.sums.reader import SumsReader  # noqa: PLC0415 - loaded where files are large

    cache = reading.cache and not any(source.name for source in sources)  # a query's rows are no file to know again
    return SumsReader(engine, cache=cache, placed=reading.placed, turns=turns)


def _by_size(sources: Sequence[TableSource]) -> EngineName:
    share = sum(_size(source) / _large(source) for source in sources)
    return "duckdb" if share >= 1 and is_installed("duckdb") else "rows"


def _large(source: TableSource) -> int:
    return LARGE_PARQUET if source.path.suffix.lower() == PARQUET_SUFFIX else LARGE


def _size(source: TableSource) -> int:
    try:
        return source.path.stat().st_size
    except OSError:
        return 0
