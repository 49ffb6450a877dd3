"""A grid of any size as a file: a row a cell."""

from collections.abc import Iterator
from pathlib import Path

import numpy as np

from somcost.analyse.vary.grid import Grid
from somcost.present.files import write_atomically
from somcost.problems import Location, Problem, check

MOST_IN_TERMINAL = 400
"""Cells that a reader can still take in."""
MOST_IN_WORKBOOK, MOST_ACROSS = 100_000, 16_000
TWO_WAY = 2


@check
def grids_fit_where_they_are_shown(scenario: str, cells: int) -> Problem:
    """A grid in the terminal has at most 400 cells; a larger one is written to a file."""
    found = f"the grid has {cells:,} cells, more than the {MOST_IN_TERMINAL} that a terminal shows"
    return Problem(Location(scenario), "", found, "Write it to a file: --csv grid.csv, or --json > grid.json.")


@check
def grids_fit_a_workbook(scenario: str, grid: Grid) -> Iterator[Problem]:
    """A workbook has a row a cell of a grid with every step: 100,000 at most, and 16,000 values across."""
    across = len(list(grid.axes.values())[1]) if len(grid.axes) == TWO_WAY else 0
    if grid.cells > MOST_IN_WORKBOOK:
        found = f"the grid has {grid.cells:,} cells, a workbook has room for {MOST_IN_WORKBOOK:,}"
        yield Problem(Location(scenario), "", found, "Write it to a file: --csv grid.csv writes any grid.")
    elif across > MOST_ACROSS:
        found = f"the second key has {across:,} values, a workbook has room for {MOST_ACROSS:,} across"
        yield Problem(Location(scenario), "", found, "Name the key with most values first.")


def is_large(grid: Grid | None) -> bool:
    """Whether a grid has more cells than the terminal shows."""
    return grid is not None and grid.cells > MOST_IN_TERMINAL


def write_grid(grid: Grid, path: Path) -> None:
    """Write a grid as CSV: a column a key, a column a result, a row a cell; empty where a result is not defined.

    Raises:
        InputProblems: The file cannot be written.
    """
    import pandas as pd  # noqa: PLC0415 - slow to import, and only this table needs it

    axes = np.meshgrid(*grid.axes.values(), indexing="ij")
    columns = {name: axis.ravel() for name, axis in zip(grid.axes, axes, strict=True)}
    columns |= {name: cells.ravel() for name, cells in grid.results.items()}
    table = pd.DataFrame(columns)
    write_atomically(path, lambda to: table.to_csv(to, index=False, lineterminator="\n", encoding="utf-8"))
