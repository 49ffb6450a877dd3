"""Numbers that identify a person (CPR-numre): found wherever they stand, and never shown.

Day, month, year and four more digits. Modulus 11 holds for every number issued before October 2007 and for nearly all
since; the seventh digit and the year give the century (CPR-kontoret, Personnummeret i CPR-systemet); a replacement
number (erstatningspersonnummer) has its day raised by 60. Written ddmmyy-nnnn a possible date is enough: no other
number looks so. In every other way to write it (whole, parted by a blank, a stroke or a line below, with points or
strokes in the date, with four digits of the year before a hyphen, glued to a word of three letters) modulus 11 must
hold as well, or a date followed by a count would be a person.

By chance, 2 × 365.25 of 10,000 ten-digit numbers begin with such a date (7.3 percent), and one of 11 of these passes
modulus 11: 0.66 percent, one of 151. So numbers are no chance where a third of a column's different ones with a date
pass. Of columns of other ten-digit numbers at most 13 of 100 are refused in vain (of 35 different numbers), 5 of 100
numbers, none of a thousand; of columns of dates with counts at most 25 (of three different ones), 1 of ten and more.
A person's number is not found where more than two others with a date stand in its column that do not pass, unless it
is written ddmmyy-nnnn.
"""

import calendar
import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Literal, NamedTuple, TypeVar

CellT = TypeVar("CellT")
Kind = Literal["clear", "valid", "possible"]
"""Written ddmmyy-nnnn; otherwise, by modulus 11; or by its date alone, which is no finding by itself."""

ENOUGH = 1 / 3
"""The share of a column's different ten-digit cells with a date that pass modulus 11, from which on it is no chance."""
SHOWN = "[CPR]"
WEIGHTS = (4, 3, 2, 7, 6, 5, 4, 3, 2, 1)
REPLACED = 60
"""What is added to the day in a replacement number."""
MONTHS = 12
CENTURIES = (*[(99, 1900, 1900)] * 4, (36, 2000, 1900), *[(57, 2000, 1800)] * 4, (36, 2000, 1900))
"""By the seventh digit: up to which two-digit year which century, and which beyond (CPR-kontoret's table)."""

_BLANK, _HYPHEN = "[ \t\u00a0\u2007\u202f]", "[-\u00ad\u2010-\u2015\u2212]"
_BETWEEN = rf"{_BLANK}?{_HYPHEN}{_BLANK}?|{_BLANK}?[/_]{_BLANK}?|{_BLANK}?"
_DAY_AND_MONTH = rf"[0-9]{{2}}(?P<within>[./]|{_HYPHEN}|{_BLANK}|)[0-9]{{2}}(?P=within)"
_SHAPE = re.compile(rf"(?<![0-9]){_DAY_AND_MONTH}(?P<century>18|19|20|)[0-9]{{2}}(?P<by>{_BETWEEN})[0-9]{{4}}(?![0-9])")
_TEN = rf"[0-9]{{6}}(?:{_BETWEEN})[0-9]{{4}}(?![0-9])"
_ALONE = re.compile(r"\s*([0-9]{9,10})(?:[.,]0+)?\s*")
_MONTH = "(?:0[1-9]|1[0-2])"
LIKE_DATES = (
    rf"(?:^|[^0-9])(?:[06][1-9]|[1278][0-9]|[39][01])[^0-9A-Za-z]?{_MONTH}[^0-9A-Za-z]?(?:[0-9]{{2}}){{1,2}}"
    rf"[^0-9A-Za-z]{{0,3}}[0-9]{{4}}(?:[^0-9]|$)|^[^0-9A-Za-z]*[1-9]{_MONTH}[0-9]{{6}}(?:[.,]0+)?[^0-9A-Za-z]*$"
)
"""What every cell with such a number matches, and few others: a form that all engines can search by."""
_LIKE_DATES = re.compile(LIKE_DATES)
_LABEL = re.compile(r"(?:cpr|person)[-_. ]?(?:nr|nummer)?$", re.IGNORECASE)
_WORD_BEFORE, _WORD_AFTER = re.compile(r"(?<![^\W_])[^\W\d_]{3,}$"), re.compile(r"[^\W\d_]{3,}(?![^\W_])")
_GROUP = rf"(?!(?:19|20)[0-9]{{2}}(?![0-9]))(?!{_TEN})[0-9]{{3,9}}(?![0-9])"
_IN_NUMBER_BEFORE = rf"\+[0-9]{{0,3}}{_BLANK}?|[0-9][.,]|[0-9]{_HYPHEN}"
_BEFORE = re.compile(rf"(?:{_IN_NUMBER_BEFORE}|(?<![0-9]){_GROUP}{_BLANK})$")
_BEFORE_HYPHENED = re.compile(rf"(?:\+|[0-9]{_HYPHEN})$")
_AFTER = re.compile(rf"[.,](?!{_TEN})[0-9]|{_HYPHEN}[0-9]{{4}}")
_AFTER_PARTED = re.compile(rf"{_AFTER.pattern}|{_BLANK}{_GROUP}")
_AFTER_HYPHENED = re.compile(rf"{_HYPHEN}[0-9]{{4}}")
_GLUED_BEFORE, _GLUED_AFTER = re.compile(r"[^\W_]$"), re.compile(r"[^\W_]")
_SEEN_BEFORE = 24


@dataclass(frozen=True, slots=True)
class Found:
    """A number that identifies a person, in a text; the number itself is not kept."""

    start: int
    end: int
    kind: Kind


class _Context(NamedTuple):
    before: re.Pattern[str]
    after: re.Pattern[str]


_CONTEXTS = {
    "whole": _Context(_BEFORE, _AFTER),
    "parted": _Context(_BEFORE, _AFTER_PARTED),
    "hyphened": _Context(_BEFORE_HYPHENED, _AFTER_HYPHENED),
}
"""By how the last four digits are parted from the date: what stands before or after a longer number's ten digits."""


def kind_of(cell: object) -> Kind | None:
    """Give the surest kind of number that a cell holds by itself, whatever stands in the rest of its column.

    >>> kind_of("Talt med " + "120590" + "-" + "1234"), kind_of("120590" + " " + "1234"), kind_of("12-05-1990")
    ('clear', 'possible', None)
    """
    kinds = {each.kind for each in numbers_in(_written_out(cell))}
    return next((kind for kind in ("clear", "valid", "possible") if kind in kinds), None)


def holding(cells: Iterable[CellT]) -> dict[CellT, Kind]:
    """Give the different cells of a column that hold numbers of persons, unless they may do so by chance.

    One that is written ddmmyy-nnnn makes those of the same column that are possible certain. Cells of other content do
    not count: one number among a thousand notes is no chance either.
    """
    different = dict.fromkeys(cells)
    found = {cell: kind for cell in different if may_hold(cell) and (kind := kind_of(cell)) is not None}
    kinds = list(found.values())
    valid = kinds.count("valid")
    return found if "clear" in kinds or (valid > 0 and valid >= ENOUGH * len(found)) else {}


def may_hold(cell: object) -> bool:
    """Whether a cell is worth a closer look: it has the digits of a date together with four more.

    >>> may_hold("Hjemmebesøg"), may_hold("7,4"), may_hold("12.05.90 1200")
    (False, False, True)
    """
    return _LIKE_DATES.search(cell if isinstance(cell, str) else _written_out(cell)) is not None


def is_in(text: str) -> bool:
    """Whether a text by itself, as the name of a file or a sheet, holds a number of a person.

    A date and a time of the day are none unless modulus 11 holds: names of files end so.

    >>> is_in("timer " + "120318" + "-" + "1530"), is_in("timer " + "120318" + "-" + "4321")
    (False, True)
    """
    return any(
        each.kind == "valid" or (each.kind == "clear" and not _is_time(text[each.end - 4 : each.end]))
        or (each.kind == "clear" and _modulus_11_holds(_digits(text[each.start : each.end])))
        for each in numbers_in(text)
    )  # fmt: skip


def without_numbers(text: str) -> str:
    """Give a text with every number that may identify a person taken out, for messages that quote it.

    >>> without_numbers("Ring til " + "120590" + "1234" + " i dag")
    'Ring til [CPR] i dag'
    """
    return replaced_in(text, lambda _: SHOWN) or text


def replaced_in(cell: object, by: Callable[[str], str]) -> str | None:
    """Give a cell's text in which something else stands for each number; None where there is no number.

    Args:
        cell: The cell.
        by: Gives what stands for a number of ten digits.
    """
    written, pieces, end = _written_out(cell), list[str](), 0
    for found in numbers_in(written):
        pieces += [written[end : found.start], by(_digits(written[found.start : found.end]))]
        end = found.end
    return "".join([*pieces, written[end:]]) if pieces else None


def ten_digits(text: str) -> str | None:
    """Give the bare digits of a text that is such a number and nothing else, however it is written."""
    written = _written_out(text.strip())
    found = list(numbers_in(written))
    return _digits(written) if len(found) == 1 and (found[0].start, found[0].end) == (0, len(written)) else None


def numbers_in(text: str) -> Iterator[Found]:
    """Give the numbers in a text, those too that only their date speaks for."""
    end = start = 0
    while (found := _SHAPE.search(text, start)) is not None:
        kind = _kind(found, earliest=end)
        start = found.start() + 1
        if kind is not None:
            end = start = found.end()
            yield Found(found.start(), end, kind)


def _kind(found: re.Match[str], *, earliest: int) -> Kind | None:
    digits = _digits(found[0])
    if not _date_can_be(digits[:6], digits[6:]) or not _years_agree(found, digits):
        return None
    before = found.string[max(earliest, found.start() - _SEEN_BEFORE) : found.start()]
    labelled = _LABEL.search(before) is not None
    glued = not labelled and _GLUED_BEFORE.search(before) is not None
    if _is_part_of_longer(found, "" if labelled else before) or (glued and not _WORD_BEFORE.search(before)):
        return None
    if _is_plain(found) and not glued:
        return "clear"
    return "valid" if _modulus_11_holds(digits) else None if found["century"] else "possible"


def _is_plain(found: re.Match[str]) -> bool:
    return _form(found) == "hyphened" and not found["within"] and not found["century"]


def _is_part_of_longer(found: re.Match[str], before: str) -> bool:
    """Whether digits or letters around it belong to it; what was already found before it does not."""
    form = _form(found)
    context = _CONTEXTS[form]
    if context.before.search(before) or context.after.match(found.string, found.end()):
        return True
    if found["within"] and re.search(rf"[0-9]{re.escape(found['within'])}$", before):
        return True
    glued = form != "hyphened" and _GLUED_AFTER.match(found.string, found.end())
    return bool(glued) and not _WORD_AFTER.match(found.string, found.end())


def _form(found: re.Match[str]) -> str:
    by = found["by"].strip()
    if by and by not in "/_":
        return "hyphened"
    return "parted" if found["by"] or found["within"] else "whole"


def _years_agree(found: re.Match[str], digits: str) -> bool:
    """Whether the century that is written is that of the seventh digit; only a hyphen tells it from a longer number."""
    if not found["century"]:
        return True
    return _form(found) == "hyphened" and _century(int(digits[4:6]), int(digits[6])) == 100 * int(found["century"])


def _digits(text: str) -> str:
    """Give the ten digits of a number, without the century of a year that is written in full."""
    digits = re.sub("[^0-9]", "", text)
    return digits[:4] + digits[-6:]


def _written_out(cell: object) -> str:
    """Write a cell with the leading nought that a spreadsheet took from it."""
    if isinstance(cell, str):
        alone = _ALONE.fullmatch(cell) if len(cell) >= len("ddmmyyxxx") else None
        return alone[1].zfill(10) if alone else cell
    if isinstance(cell, (int, float)) and 10**8 <= cell < 10**10 and cell == int(cell):
        return f"{int(cell):010d}"
    return ""


def _is_time(last: str) -> bool:
    return int(last[:2]) < 24 and int(last[2:]) < 60  # noqa: PLR2004 - hours and minutes


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
