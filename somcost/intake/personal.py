"""Numbers that identify a person (CPR-numre): found wherever they stand, and never shown.

Ten digits: day, month, year, four more; whole, or parted after the sixth by a hyphen or a blank. Modulus 11 holds for
every number issued before October 2007 and for nearly all since, so one with a possible date that fails it is still
possible. The seventh digit and the year give the century (CPR-kontoret, Personnummeret i CPR-systemet); a replacement
number (erstatningspersonnummer) has its day raised by 60.

By chance, 2 × 365.25 of 10,000 ten-digit numbers begin with such a date (7.3 percent), and one of 11 of these passes
modulus 11: 0.66 percent, one of 151. A twentieth is seven times that, so a long column of other numbers is not taken
for persons' numbers; of 20 others, one passes in 12 columns of 100, and the column is then refused in vain.
"""

import calendar
import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Literal, NamedTuple

from somcost.intake.headings import normal
from somcost.problems import Location, Problem, check
from somcost.read.cells import Content

Kind = Literal["valid", "possible", "named"]
Form = Literal["whole", "blank", "hyphen"]

ENOUGH = 0.05
"""The share of a column's ten-digit cells that pass modulus 11, from which on they are no chance."""
SHOWN = "[CPR]"
WEIGHTS = (4, 3, 2, 7, 6, 5, 4, 3, 2, 1)
REPLACED = 60
"""What is added to the day in a replacement number."""
MONTHS = 12
CENTURIES = (*[(99, 1900, 1900)] * 4, (36, 2000, 1900), *[(57, 2000, 1800)] * 4, (36, 2000, 1900))
"""By the seventh digit: up to which two-digit year which century, and which beyond (CPR-kontoret's table)."""

_BLANK, _HYPHEN = "[ \u00a0\u2007\u202f]", "[-\u00ad\u2010-\u2014\u2212]"
_TEN = rf"([0-9]{{6}})({_BLANK}?{_HYPHEN}{_BLANK}?|{_BLANK}?)([0-9]{{4}})(?![0-9])"
_SHAPE = re.compile(rf"(?<![0-9]){_TEN}")
_ALONE = re.compile(r"\s*([0-9]{9,10})(?:\.0)?\s*")
_LABEL = re.compile(r"(?:cpr|person)[-_. ]?(?:nr|nummer)?$", re.IGNORECASE)
_GROUP = rf"(?!(?:19|20)[0-9]{{2}}(?![0-9]))(?!{_TEN})[0-9]{{3,9}}(?![0-9])"
_BEFORE_WHOLE = rf"[^\W_]|\+[0-9]{{0,3}}{_BLANK}?|[0-9][.,]|[0-9]{_HYPHEN}|(?<![0-9]){_GROUP}{_BLANK}"
_AFTER_WHOLE = rf"[^\W_]|[.,](?!{_TEN})[0-9]|{_HYPHEN}[0-9]{{4}}"
_LONGER: dict[Form, tuple[re.Pattern[str], re.Pattern[str]]] = {
    "whole": (re.compile(rf"(?:{_BEFORE_WHOLE})$"), re.compile(_AFTER_WHOLE)),
    "blank": (re.compile(rf"(?:{_BEFORE_WHOLE})$"), re.compile(rf"{_AFTER_WHOLE}|{_BLANK}{_GROUP}")),
    "hyphen": (re.compile(rf"(?:[^\W_]|\+|[0-9]{_HYPHEN})$"), re.compile(rf"{_HYPHEN}[0-9]{{4}}")),
}
"""By form, what stands before or after ten digits that are part of a phone's, an account's or another longer number."""
_SEEN_BEFORE = 14
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
        kind: Whether modulus 11 holds (valid) or the date alone (possible), or the cell is a heading such as CPR-nr.
        hyphenated: Whether a hyphen stands after the sixth digit, as in no other number.
    """

    row: int
    column: int
    kind: Kind
    hyphenated: bool = False


class _Number(NamedTuple):
    start: int
    end: int
    valid: bool
    hyphenated: bool


@check
def exports_hold_no_cpr_numbers(place: Location, column: str, count: int) -> Problem:
    """No cell of an export holds a number that identifies a person, and no column is called so, masked or not."""
    cells = "a cell of the column holds a CPR number" if count == 1 else f"{count} cells of the column hold CPR numbers"
    found = f"{cells}; they are never shown" if count else "the column is called so; CPR numbers are never read"
    return Problem(place, column, found, "Export it without, or say --pseudonymise KEYFILE.")


def findings_in(rows: Sequence[Sequence[Content]]) -> list[Finding]:
    """Find the cells that hold numbers that identify a person, without those that look so by chance.

    >>> made = "120590" + "-" + "1234"
    >>> findings_in([["Note"], [f"Talt med {made} om skole"]])
    [Finding(row=1, column=0, kind='possible', hyphenated=True)]
    """
    by_column: dict[int, list[Finding]] = defaultdict(list)
    for number, row in enumerate(rows):
        for column, cell in enumerate(row):
            if (found := finding_in(cell, row=number, column=column)) is not None:
                by_column[column].append(found)
    likely = [
        own for column, own in by_column.items() if is_likely(own, (row[column] for row in rows if column < len(row)))
    ]
    return sorted((each for own in likely for each in own), key=lambda each: (each.row, each.column))


def is_likely(findings: Sequence[Finding], cells: Iterable[Content]) -> bool:
    """Whether what was found in a column is no chance.

    It is none where one is hyphenated or the column is called so, or where at least a twentieth of the cells that hold
    ten digits are valid. Cells of other content do not count: one number among a thousand notes is no chance either.

    Args:
        findings: Of one column.
        cells: That column's cells.
    """
    if any(each.hyphenated or each.kind == "named" for each in findings):
        return True
    valid = sum(each.kind == "valid" for each in findings)
    return valid > 0 and valid >= ENOUGH * sum(_SHAPE.search(_written_out(cell)) is not None for cell in cells)


def finding_in(cell: Content, *, row: int, column: int) -> Finding | None:
    """Give what a cell holds by itself, whatever stands in the rest of its column; None where that is nothing."""
    found = list(_numbers_in(_written_out(cell)))
    if found:
        kind: Kind = "valid" if any(each.valid for each in found) else "possible"
        return Finding(row, column, kind, hyphenated=any(each.hyphenated for each in found))
    named = isinstance(cell, str) and names_person_numbers(cell)
    return Finding(row, column, "named") if named else None


def names_person_numbers(heading: str) -> bool:
    """Whether a heading says that its column holds numbers that identify a person.

    >>> names_person_numbers("Borgers CPR-nr."), names_person_numbers("CPR-opslag")
    (True, False)
    """
    folded = heading.casefold() if len(heading) <= _LONGEST_NAME else ""
    return ("cpr" in folded or "person" in folded) and _NAME.fullmatch(normal(folded)) is not None


def without_numbers(text: str) -> str:
    """Give a text with every number that identifies a person taken out, for messages that quote it.

    >>> without_numbers("Ring til " + "120590" + "1234" + " i dag")
    'Ring til [CPR] i dag'
    """
    return str(replaced(text, lambda _: SHOWN))


def replaced(cell: Content, by: Callable[[str], str]) -> Content:
    """Give a cell in which something else stands for each number that identifies a person.

    Args:
        cell: The cell; one without such a number comes back as it is.
        by: Gives what stands for a number of ten digits.
    """
    written, pieces, end = _written_out(cell), list[str](), 0
    for found in _numbers_in(written):
        pieces += [written[end : found.start], by(re.sub("[^0-9]", "", written[found.start : found.end]))]
        end = found.end
    return "".join([*pieces, written[end:]]) if pieces else cell


def ten_digits(text: str) -> str | None:
    """Give the bare digits of a text that is such a number and nothing else, however it is written."""
    found = _SHAPE.fullmatch(_written_out(text.strip()))
    return found[1] + found[3] if found and _date_can_be(found[1], found[3]) else None


def _written_out(cell: Content) -> str:
    """Write a cell with the leading nought that a spreadsheet took from it."""
    if isinstance(cell, str):
        alone = _ALONE.fullmatch(cell) if len(cell) >= len("ddmmyyxxx") else None
        return alone[1].zfill(10) if alone else cell
    if isinstance(cell, (int, float)) and 10**8 <= cell < 10**10 and cell == int(cell):
        return f"{int(cell):010d}"
    return ""


def _numbers_in(text: str) -> Iterator[_Number]:
    end = 0
    for found in _SHAPE.finditer(text):
        if _date_can_be(found[1], found[3]) and not _is_part_of_longer(found, earliest=end):
            end = found.end()
            yield _Number(found.start(), end, _modulus_11_holds(found[1] + found[3]), _form(found) == "hyphen")


def _form(found: re.Match[str]) -> Form:
    if not found[2]:
        return "whole"
    return "blank" if found[2].isspace() else "hyphen"


def _is_part_of_longer(found: re.Match[str], *, earliest: int) -> bool:
    """Whether digits around it belong to it; what was already found before it does not."""
    before = found.string[max(earliest, found.start() - _SEEN_BEFORE) : found.start()]
    longer_before, longer_after = _LONGER[_form(found)]
    if longer_before.search(before) and not _LABEL.search(before):
        return True
    return longer_after.match(found.string, found.end()) is not None


def _date_can_be(first: str, last: str) -> bool:
    day, month, year = int(first[:2]), int(first[2:4]), int(first[4:])
    if not 1 <= month <= MONTHS:
        return False
    day -= REPLACED if day > REPLACED else 0
    return 1 <= day <= calendar.monthrange(_century(year, int(last[0])) + year, month)[1]


def _century(year: int, seventh: int) -> int:
    until, first, beyond = CENTURIES[seventh]
    return first if year <= until else beyond


def _modulus_11_holds(digits: str) -> bool:
    return sum(int(digit) * weight for digit, weight in zip(digits, WEIGHTS, strict=True)) % 11 == 0
