"""A file of registrations read as sums: cells as the row reader takes them, and how many rows each stands for."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from somcost.read.cells import Content
from somcost.read.grid import Grid
from somcost.read.sums.plan import Plan

PARTS = 1_000_000_000
"""Hours are added up in whole parts of an hour, so that their sum does not hang on the order of the rows."""
Sums = Mapping[str, Sequence[Any]]
"""Columns by name: `period` (the first date, or the month's text), the words, `parts` of hours and `rows`."""


@dataclass(frozen=True, slots=True)
class CountedGrid:
    """A grid of sums, the rows each stands for, and the SHA-256 of the file."""

    grid: Grid
    rows: Sequence[int]
    sha256: str


def counted_grid(sums: Sums, plan: Plan, sha256: str) -> CountedGrid:
    """Put an engine's sums into the columns of the file's header, without lines."""
    rows = sums["rows"]
    columns: list[Sequence[Content]] = [[""] * len(rows) for _ in plan.header]
    hours = [int(parts) / PARTS for parts in sums["parts"]]
    filled = {plan.period: sums["period"], "hours": hours, **{key: sums[key] for key in plan.words}}
    for key, cells in filled.items():
        columns[plan.columns[key] - 1] = ["" if cell is None else cell for cell in cells]
    return CountedGrid(Grid(plan.header, plan.skipped, columns, [0] * len(rows), sum(rows)), rows, sha256)
