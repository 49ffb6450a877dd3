"""Number cells: decimal comma or point, thousands marks, hours written h:mm."""

import datetime as dt
import math
import re
from collections.abc import Callable
from functools import partial
from types import MappingProxyType
from typing import Literal

from somcost.problems import Problem, check
from somcost.read.cells import Cell, Content, Unreadable, as_text, quoted

Mark = Literal[",", "."]
MARKS: tuple[Mark, Mark] = (",", ".")

_READINGS = MappingProxyType(
    {
        mark: re.compile(
            rf"[+-]?(?:(?:[1-9][0-9]{{0,2}}([{thousands} \u00a0\u202f])[0-9]{{3}}(?:\1[0-9]{{3}})*|[0-9]+)"
            rf"(?:[{mark}][0-9]+)?|[{mark}][0-9]+)"
        )
        for mark, thousands in ((",", "."), (".", ","))
    }
)
_GROUPING = MappingProxyType({mark: str.maketrans(mark, ".", other + " \u00a0\u202f") for mark, other in (",.", ".,")})
_CLOCK = re.compile(r"([0-9]{1,6}):([0-5][0-9])(?::([0-5][0-9]))?")
_WITH_UNIT = re.compile(r"(?i)([+-]?[0-9][0-9.,\s]*)\s*(h|t|timer|hours|kr\.?|dkk|,-)|(kr\.?|dkk)\s*[+-]?[0-9].*")


def decimal_number(text: str, mark: Mark) -> float | None:
    """Read a number whose decimal mark is known; None where the text is no such number.

    >>> decimal_number("1.234,50", ","), decimal_number("1.234", "."), decimal_number("7:24", ",")
    (1234.5, 1.234, None)
    """
    if _READINGS[mark].fullmatch(text) is None:
        return None
    number = float(text.translate(_GROUPING[mark]))
    return number if math.isfinite(number) else None


def hours_by_clock(content: Content) -> float | None:
    """Read hours written h:mm (or a workbook's time); None where they are not.

    >>> hours_by_clock("7:24")
    7.4
    """
    if isinstance(content, dt.timedelta):
        return content.total_seconds() / 3600
    if isinstance(content, dt.time):
        return (3600 * content.hour + 60 * content.minute + content.second) / 3600
    found = _CLOCK.fullmatch(as_text(content))
    if found is None:
        return None
    hours, minutes, seconds = (int(part or 0) for part in found.groups())
    return (3600 * hours + 60 * minutes + seconds) / 3600


@check
def hours_are_decimal(cell: Cell) -> Problem:
    """Hours are decimal numbers: 7 hours 24 minutes is 7.4."""
    message = f"{quoted(cell.content)} is not a decimal number"
    hours = hours_by_clock(cell.content)
    if hours is None:
        return Problem(cell.location, cell.key, message, _number_advice(cell.content))
    minutes = round(60 * hours)
    found = f"{minutes // 60} h {minutes % 60} min is {round(hours, 4):g}"
    return Problem(
        cell.location,
        cell.key,
        message,
        f"{found}; map the column as `{cell.key}: {{format: h:mm}}` if the whole file is so.",
    )


@check
def hours_are_hours_and_minutes(cell: Cell) -> Problem:
    """Hours in a column mapped with the format h:mm are hours, a colon and two digits of minutes."""
    return Problem(
        cell.location,
        cell.key,
        f"{quoted(cell.content)} is not hours and minutes, as 7:24",
        "Write the cell so, or leave `format: h:mm` out if the file holds decimal hours.",
    )


@check
def hours_are_not_negative(cell: Cell) -> Problem:
    """Hours are zero or more."""
    advice = "Correct the registration that this one takes back, and leave this row out."
    return Problem(cell.location, cell.key, f"{quoted(cell.content)} is negative; hours are 0 or more", advice)


@check
def numbers_are_decimal(cell: Cell) -> Problem:
    """A cell in a column of numbers holds one plain decimal number and nothing else."""
    message = f"{quoted(cell.content)} is not a decimal number"
    return Problem(cell.location, cell.key, message, _number_advice(cell.content))


@check
def fte_is_not_negative(cell: Cell) -> Problem:
    """Full-time equivalents are zero or more."""
    message = f"{quoted(cell.content)} is negative; full-time equivalents are 0 or more"
    return Problem(cell.location, cell.key, message, "Write 0, or leave the row out, where nobody was employed.")


@check
def participants_are_positive(cell: Cell) -> Problem:
    """A course has more than zero participants."""
    message = f"{quoted(cell.content)} is not a number of participants; it is more than 0"
    return Problem(cell.location, cell.key, message, "Leave out a course that nobody took part in.")


@check
def decimal_marks_agree(cell: Cell, mark: Mark) -> Problem:
    """A file writes all its numbers with one decimal mark, the one that the scenario states where it states one."""
    message = f"{quoted(cell.content)} is not a number with the file's decimal mark {quoted(mark)}"
    advice = f"Write it with {quoted(mark)}, or say `decimal: '{_other(mark)}'` if that is the file's mark."
    return Problem(cell.location, cell.key, message, advice)


@check
def decimal_mark_is_certain(cell: Cell) -> Problem:
    """Where no number of a file tells whether the point or the comma is its decimal mark, the scenario says which."""
    readings = sorted(decimal_number(as_text(cell.content), mark) or 0 for mark in MARKS)
    low, high = (f"{reading:.12g}" for reading in readings)
    message = f"{quoted(cell.content)} is either {low} or {high}, and no other number in the file tells which"
    return Problem(
        cell.location, cell.key, message, "Say `decimal: '.'` or `decimal: ','` where the scenario names the file."
    )


def _other(mark: Mark) -> Mark:
    return "." if mark == "," else ","


def _number_advice(content: Content) -> str:
    if isinstance(content, dt.date):
        return "The workbook holds a date here: give the cell a number format and write the number anew."
    unit = _WITH_UNIT.fullmatch(as_text(content))
    if unit is None:
        return "Write digits with one decimal mark, such as 7.4 or 7,4."
    return "Leave the unit out and write the number alone, such as 7.4 or 1250,50."


def number_reader(
    mark: Mark, *, fault: Callable[[Cell], Problem] = numbers_are_decimal
) -> Callable[[Content], float | Unreadable]:
    """Give the function that reads number cells with this decimal mark; `fault` is the check for what is none."""

    def read(content: Content) -> float | Unreadable:
        if isinstance(content, float):
            return content if math.isfinite(content) else Unreadable(fault)
        if not isinstance(content, str):
            return Unreadable(fault)
        number = decimal_number(content, mark)
        if number is not None:
            return number
        elsewhere = decimal_number(content, _other(mark))
        return Unreadable(fault if elsewhere is None else partial(decimal_marks_agree, mark=mark))

    return read


def bounded(
    read: Callable[[Content], float | Unreadable],
    *,
    allowed: Callable[[float], bool],
    fault: Callable[[Cell], Problem],
) -> Callable[[Content], float | Unreadable]:
    """Give the function that reads the same numbers, and refuses those that are not allowed."""

    def read_within(content: Content) -> float | Unreadable:
        number = read(content)
        return number if isinstance(number, Unreadable) or allowed(number) else Unreadable(fault)

    return read_within


def clock_reader(content: Content) -> float | Unreadable:
    """Read hours in a column mapped with the format h:mm."""
    hours = hours_by_clock(content)
    return Unreadable(hours_are_hours_and_minutes) if hours is None else hours
