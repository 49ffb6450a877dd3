"""How a scenario names a table: path, column names, values and what the file leaves in doubt."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from types import MappingProxyType
from typing import Literal

from somcost.problems import Location


@dataclass(frozen=True, slots=True)
class ColumnName:
    """The file's own name of a column, and the format of its cells where it is not a decimal number."""

    name: str
    format: Literal["h:mm"] | None = None


@dataclass(frozen=True, slots=True)
class TableSource:
    """A table's file. `columns` maps keys to the file's names, `values` a key's foreign values to ours.

    None means: found from the file itself, or asked for where the file leaves a doubt. Rows of a query stand in a file
    for a while; `name` is what they are called.
    """

    path: Path
    location: Location
    columns: Mapping[str, ColumnName] = field(default_factory=lambda: MappingProxyType({}))
    values: Mapping[str, Mapping[str, str]] = field(default_factory=lambda: MappingProxyType({}))
    sheet: str | None = None
    encoding: str | None = None
    delimiter: str | None = None
    decimal: Literal[",", "."] | None = None
    dates: Literal["yyyy-mm-dd", "dd-mm-yyyy", "mm-dd-yyyy"] | None = None
    name: str = ""
