"""Tables written for a test, and named as a scenario would name them."""

from pathlib import Path
from typing import Any

from somcost.problems import Location, Problem
from somcost.read.table_source import ColumnName, TableSource

SCENARIO = Location("scenario.yaml", 9, 21)
HEADER = "date;job_group;hours\n"


def table_source(path: Path, **options: Any) -> TableSource:
    """Name a table; columns may be given as plain names."""
    columns = {
        key: name if isinstance(name, ColumnName) else ColumnName(name)
        for key, name in options.pop("columns", {}).items()
    }
    return TableSource(path, SCENARIO, columns=columns, **options)


def written(folder: Path, content: str | bytes, *, name: str = "time.csv", **options: Any) -> TableSource:
    """Write a text table, and name it."""
    path = folder / name
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return table_source(path, **options)


def places(problems: list[Problem]) -> list[tuple[str, int, int]]:
    """Give the check, line and column of each problem, sorted by place."""
    return sorted(
        ((each.check, each.location.line, each.location.column) for each in problems),
        key=lambda place: (place[1], place[2], place[0]),
    )
