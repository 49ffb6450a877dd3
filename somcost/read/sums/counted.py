"""A file of registrations read as sums: cells as the row reader takes them, and how many rows each stands for."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from somcost.read.cells import Content
from somcost.read.grid import Grid
from somcost.read.sums.plan import Plan

if TYPE_CHECKING:
    import pyarrow as pa

PARTS = 1_000_000_000
"""Hours are added up in whole parts of an hour, so that their sum does not hang on the order of the rows."""


@dataclass(frozen=True, slots=True)
class CountedGrid:
    """A grid of sums, the rows each stands for, and the SHA-256 of the file."""

    grid: Grid
    rows: Sequence[int]
    sha256: str


def counted_grid(sums: "pa.Table", plan: Plan, sha256: str) -> CountedGrid:
    """Put an engine's sums into the columns of the file's header, without lines."""
    count = sums.num_rows
    columns: list[Sequence[Content]] = [[""] * count for _ in plan.header]
    hours = [int(parts) / PARTS for parts in sums.column("parts").to_pylist()]
    filled = {plan.period: sums.column("period").to_pylist(), "hours": hours}
    filled |= {key: sums.column(key).to_pylist() for key in plan.words}
    for key, cells in filled.items():
        columns[plan.columns[key] - 1] = [_content(cell) for cell in cells]
    rows = sums.column("rows").to_pylist()
    return CountedGrid(Grid(plan.header, plan.skipped, columns, [0] * count, sum(rows)), rows, sha256)


def _content(cell: str | float | dt.date | None) -> Content:
    return "" if cell is None else cell
