"""Columns of words hold no numbers that identify a person (CPR-numre): they would stand in reports and workbooks."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from somcost.person_numbers import holding, may_hold
from somcost.problems import Location, Problem, check
from somcost.read.cells import Column, Content
from somcost.read.table_shapes import TableShape

LISTED = 5
"""Lines that a message names."""
ADVICE = "Write a number of your own instead; `somcost import --pseudonymise KEYFILE` makes names that tell nothing."


@check
def tables_hold_no_cpr_numbers(place: Location, key: str, lines: Sequence[int]) -> Problem:
    """No cell of a column of words holds a number that identifies a person: what a column says goes into reports."""
    more = f" and {len(lines) - LISTED:,} more" if len(lines) > LISTED else ""
    named = f"lines {', '.join(map(str, lines[:LISTED]))}{more}"
    cells = "the cell holds a CPR number" if len(lines) == 1 else f"cells of the column hold CPR numbers ({named})"
    return Problem(place, key, f"{cells}; they are never shown", ADVICE)


@dataclass(slots=True)
class _Seen:
    """Where the different cells of a column stand that are worth a closer look."""

    column: Column
    lines: dict[Content, list[int]] = field(default_factory=dict)


@dataclass(slots=True)
class Persons:
    """Looks for persons' numbers in the columns of words, block after block; each different cell is looked at once."""

    shape: TableShape
    seen: dict[str, _Seen] = field(default_factory=dict)

    def look(self, columns: Iterable[Column]) -> None:
        """Look at more rows."""
        for column in columns:
            if self.shape.kinds[column.key] != "text":
                continue
            likely = {content for content in column.meant if may_hold(content)}
            lines = self.seen.setdefault(column.key, _Seen(column)).lines
            for content, line in zip(column.contents, column.lines, strict=True) if likely else ():
                if content in likely:
                    lines.setdefault(content, []).append(line)

    def problems(self) -> Iterator[Problem]:
        """Tell the columns that hold them, by their first cell."""
        for key, seen in self.seen.items():
            lines = sorted(line for content in holding(seen.lines) for line in seen.lines[content])
            if lines:
                yield tables_hold_no_cpr_numbers(Location(seen.column.file, lines[0], seen.column.number), key, lines)


def problems_of_columns(columns: Iterable[Column], shape: TableShape) -> Iterator[Problem]:
    """Tell which columns of words hold persons' numbers."""
    persons = Persons(shape)
    persons.look(columns)
    return persons.problems()
