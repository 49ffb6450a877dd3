"""Parquet as a sheet: its columns' names are the header."""

from somcost.intake.sheet import Sheet
from somcost.problems import InputProblems, Problem
from somcost.read.cells import Content
from somcost.read.grid import Wanted


def parquet_sheets(content: bytes, wanted: Wanted) -> list[Sheet]:
    """Read a Parquet file.

    Raises:
        InputProblems: It is damaged, or has nested columns.
    """
    from somcost.read.parquet_files import parquet_rows  # noqa: PLC0415 - slow to import, and only Parquet needs it

    found = parquet_rows(wanted, content)
    if isinstance(found, Problem):
        raise InputProblems([found])
    records = list(found.records)
    rows: list[list[Content]] = [list(found.header[1]), *(list(row) for _, row in records)]
    return [Sheet(wanted.file, "", "parquet", rows, [found.header[0], *(line for line, _ in records)])]
