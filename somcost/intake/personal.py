"""Exports hold no numbers that identify a person: neither their cells, nor their headings, sheets' and files' names."""

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from somcost.intake.headings import normal
from somcost.intake.sheet import Sheet
from somcost.person_numbers import Kind, holding, is_in, kind_of, replaced_in
from somcost.problems import Location, Problem, check
from somcost.read.cells import Content

_WHOSE = r"(?:borger|barn|børn|medarbejder|ansat|forælder|mor|far|patient|elev|klient|person|sag|primær)\w*"
_NAME = re.compile(
    rf"(?:{_WHOSE}[ _]?)?(?:cpr|person(?=[ _]?n))(?:[ _]?(?:nr|no|nummer|numre|number))?(?:[ _]{_WHOSE})?"
)
_LONGEST_NAME = 40


@dataclass(frozen=True, slots=True)
class Finding:
    """A cell that holds a number that identifies a person, or names a column so; the number itself is not kept.

    Attributes:
        row: Its row, from 0.
        column: Its column, from 0.
        kind: How sure the number is; None of a heading such as CPR-nr.
    """

    row: int
    column: int
    kind: Kind | None


@check
def exports_hold_no_cpr_numbers(place: Location, column: str, count: int) -> Problem:
    """No cell of an export holds a number that identifies a person, and no column is called so, masked or not."""
    cells = "a cell of the column holds a CPR number" if count == 1 else f"{count} cells of the column hold CPR numbers"
    found = f"{cells}; they are never shown" if count else "the column is called so; CPR numbers are never read"
    return Problem(place, column, found, "Export it without, or say --pseudonymise KEYFILE.")


@check
def names_of_exports_hold_no_cpr_numbers(place: Location, what: str) -> Problem:
    """Neither the name of an export nor that of its sheet holds a number that identifies a person."""
    found = f"the name of the {what} holds a CPR number, which is not shown"
    return Problem(place, "", found, "Give it another name; it stands in profiles, accounts and messages.")


def problems_of_names(path: Path, sheets: Sequence[Sheet] = ()) -> Iterator[Problem]:
    """Tell a file or sheets whose name holds a number of a person."""
    if is_in(str(path)):
        yield names_of_exports_hold_no_cpr_numbers(Location(str(path)), "file")
    for number, sheet in enumerate(sheets, start=1):
        if is_in(sheet.name):
            yield names_of_exports_hold_no_cpr_numbers(Location(str(path)), f"sheet number {number}")


def problems_of_cells(sheet: Sheet) -> Iterator[Problem]:
    """Tell which columns hold personal numbers, and on how many lines; never the numbers."""
    found = findings_in(sheet.rows)
    counts = Counter(each.column for each in found if each.kind is not None)
    for column in sorted({each.column for each in found}):
        first = next(each.row for each in found if each.column == column)
        place = Location(sheet.file, sheet.lines[first], column + 1)
        yield exports_hold_no_cpr_numbers(place, f"column {column + 1}", counts[column])


def findings_in(rows: Sequence[Sequence[Content]]) -> list[Finding]:
    """Find the cells that hold numbers that identify a person, without those that look so by chance.

    >>> made = "120590" + "-" + "1234"
    >>> findings_in([["Note"], [f"Talt med {made} om skole"]])
    [Finding(row=1, column=0, kind='clear')]
    """
    columns: dict[int, dict[Content, list[int]]] = defaultdict(dict)
    for number, row in enumerate(rows):
        for column, cell in enumerate(row):
            columns[column].setdefault(cell, []).append(number)
    found = [each for column, cells in columns.items() for each in _of_column(column, cells)]
    return sorted(found, key=lambda each: (each.row, each.column))


def _of_column(column: int, cells: dict[Content, list[int]]) -> Iterator[Finding]:
    """Find them in a column's different cells, each with its rows; in a column called so every one counts."""
    named = [cell for cell in cells if isinstance(cell, str) and names_person_numbers(cell)]
    yield from (Finding(row, column, None) for cell in named for row in cells[cell])
    held = {cell: kind_of(cell) for cell in cells} if named else holding(cells)
    yield from (Finding(row, column, kind) for cell, kind in held.items() if kind for row in cells[cell])


def names_person_numbers(heading: str) -> bool:
    """Whether a heading says that its column holds numbers that identify a person.

    >>> names_person_numbers("Borgers CPR-nr."), names_person_numbers("CPR-opslag")
    (True, False)
    """
    folded = heading.casefold() if len(heading) <= _LONGEST_NAME else ""
    return ("cpr" in folded or "person" in folded) and _NAME.fullmatch(normal(folded)) is not None


def replaced(cell: Content, by: Callable[[str], str]) -> Content:
    """Give a cell in which something else stands for each number; one without any comes back as it is."""
    found = replaced_in(cell, by)
    return cell if found is None else found
