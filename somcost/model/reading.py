"""How registrations are read: row by row, or as sums that an engine gives."""

from dataclasses import dataclass, replace
from typing import Literal, get_args

EngineName = Literal["rows", "duckdb", "spark"]
ENGINES: tuple[EngineName, ...] = get_args(EngineName)


@dataclass(frozen=True, slots=True)
class Reading:
    """How registrations are read (indlæsning).

    Attributes:
        engine: `rows` keeps every row; the others add up what cost depends on while they read. None: by the files'
            size.
        cache: Whether sums are kept for the next run, and those kept are used.
        placed: Whether each sum is to know the line of its first row, which takes longer.
    """

    engine: EngineName | None = None
    cache: bool = True
    placed: bool = False

    def with_places(self) -> "Reading":
        """Give the same reading with the line of each sum's first row."""
        return replace(self, placed=True)
