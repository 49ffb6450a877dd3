"""What a person says about an export before it is read."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from somcost.intake.job_groups import Match
from somcost.model.profiles import Mark, Meaning


@dataclass(frozen=True, slots=True)
class Said:
    """What a person says about an export beforehand; what is None or empty is found out.

    Attributes:
        columns: By meaning, the heading of its column.
        groups: The export's words for job groups, and the set's.
        dates: How dates are written.
        decimal: The decimal mark.
        year: The year of periods that do not say it.
        sheet: The sheet that holds the table.
        fill_down: Columns of which a blank cell repeats the one above.
        ignored: Headings of columns that hold numbers and are left out.
    """

    columns: Mapping[Meaning, str] = field(default_factory=lambda: MappingProxyType({}))
    groups: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    dates: str | None = None
    decimal: Mark | None = None
    year: int | None = None
    sheet: str | None = None
    fill_down: tuple[Meaning, ...] = ()
    ignored: tuple[str, ...] = ()

    def matches(self) -> dict[str, Match]:
        """Give the words for job groups that are said, as sure as can be."""
        return {word: Match(word, group, 1.0) for word, group in self.groups.items()}
