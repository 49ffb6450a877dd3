"""Where rows stand: the file's name beside the scenario, and the line."""

import os
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import PurePath

from somcost.model.scenario import Scenario
from somcost.model.tables import Table

FIRST = 5
"""Places that are named of many; the number of rows says how many there are."""


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """A row's place: the file, named from the scenario's folder, and the line."""

    file: str
    line: int


def first_places(table: Table, rows: Sequence[int], scenario: Scenario) -> tuple[Place, ...]:
    """Tell where the first rows of many stand, in the order of the table; of sums no line is known."""
    return tuple(_place(table, row, scenario) for row in sorted(rows)[:FIRST] if table.line[row])


def _place(table: Table, row: int, scenario: Scenario) -> Place:
    location = table.location(row)
    beside = os.path.dirname(scenario.location.file) or "."  # noqa: PTH120 - as the manifest names the files
    return Place(PurePath(os.path.relpath(location.file, beside)).as_posix(), location.line)
