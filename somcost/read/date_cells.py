"""Date cells: days and months, by year first or by day first; 03/04/2018 asks which it is."""

import datetime as dt
import re
from collections.abc import Callable
from typing import Literal, NamedTuple

from somcost.problems import Problem, check
from somcost.read.cells import Cell, Content, Unreadable, as_text, quoted

DateOrder = Literal["yyyy-mm-dd", "dd-mm-yyyy", "mm-dd-yyyy"]

FIRST_YEAR, LAST_YEAR = 1900, 2100

_ISO = re.compile(r"([0-9]{4})-([0-9]{2})-([0-9]{2})(?:[T ]00:00(?::00(?:\.0+)?)?)?")
_MONTH = re.compile(r"([0-9]{4})-([0-9]{2})")
_NUMERIC = re.compile(r"([0-9]{1,2})([-./])([0-9]{1,2})\2([0-9]{4})")


class Period(NamedTuple):
    """A day, or a month given by its first day."""

    date: dt.date
    by_month: bool


def slashed_date(text: str, order: DateOrder) -> dt.date | None:
    """Read a date with slashes in one order of day and month; None where it is no such date.

    >>> slashed_date("31/12/2018", "dd-mm-yyyy"), slashed_date("31/12/2018", "mm-dd-yyyy")
    (datetime.date(2018, 12, 31), None)
    """
    found = _NUMERIC.fullmatch(text)
    if found is None or found[2] != "/":
        return None
    day, month = (found[3], found[1]) if order == "mm-dd-yyyy" else (found[1], found[3])
    return _real_date(found[4], month, day)


def _real_date(year: str, month: str, day: str) -> dt.date | None:
    try:
        return dt.date(int(year), int(month), int(day))
    except ValueError:
        return None


@check
def dates_are_dates(cell: Cell) -> Problem:
    """A cell in a column of dates holds one day, as 2018-03-01 or 01-03-2018; `date` may hold a month, as 2018-03."""
    message = f"{quoted(cell.content)} is not a date, as 2018-03-01 or 01-03-2018"
    return Problem(cell.location, cell.key, message, _date_advice(cell.content))


@check
def dates_are_real(cell: Cell) -> Problem:
    """A date is a day of the calendar."""
    message = f"{quoted(cell.content)} is no day of the calendar"
    advice = (
        "Correct the day, or say `dates: mm-dd-yyyy` or `dates: dd-mm-yyyy` if day and month are read the wrong way."
    )
    return Problem(cell.location, cell.key, message, advice)


@check
def dates_are_in_range(cell: Cell) -> Problem:
    """A date lies in the years 1900 to 2100."""
    message = f"{quoted(cell.content)} is not in the years {FIRST_YEAR} to {LAST_YEAR}"
    return Problem(cell.location, cell.key, message, "Correct the year.")


@check
def dates_are_as_stated(cell: Cell) -> Problem:
    """Where the scenario states that a file's dates are written year first, they all are."""
    message = f"{quoted(cell.content)} is not written year first, as 2018-03-01, which the scenario states"
    return Problem(
        cell.location, cell.key, message, "Correct the cell, or leave `dates` out where the scenario names the file."
    )


@check
def months_are_months(cell: Cell) -> Problem:
    """A cell in a column of months holds a year and a month, as 2018-03."""
    message = f"{quoted(cell.content)} is not a month, as 2018-03"
    return Problem(cell.location, cell.key, message, "Write year, hyphen and two digits of the month.")


@check
def date_order_is_certain(cell: Cell) -> Problem:
    """Where no slashed date of a file tells whether day or month comes first, the scenario says which."""
    text = as_text(cell.content)
    day_first, month_first = slashed_date(text, "dd-mm-yyyy"), slashed_date(text, "mm-dd-yyyy")
    message = f"{quoted(text)} is either {day_first} or {month_first}, and no other date in the file tells which"
    return Problem(
        cell.location,
        cell.key,
        message,
        "Say `dates: dd-mm-yyyy` or `dates: mm-dd-yyyy` where the scenario names the file.",
    )


def _date_advice(content: Content) -> str:
    if isinstance(content, float):
        return "The workbook holds a number here: give the column a date format."
    if isinstance(content, dt.datetime) or ":" in as_text(content):
        return "Leave the time of day out."
    if _MONTH.fullmatch(as_text(content)):
        return "A month alone does not do here: write the day too."
    return "Write the day with a year of four digits."


def date_reader(order: DateOrder, *, stated: bool, months: bool) -> Callable[[Content], Period | Unreadable]:
    """Give the function that reads dates.

    Args:
        order: Whether day or month comes first where the year is last. Dates by year first are always read.
        stated: The scenario says so: month first then goes for hyphens and dots too, year first for all.
        months: A month, as 2018-03, may stand in the place of a date.
    """

    def read(content: Content) -> Period | Unreadable:
        if isinstance(content, dt.date):
            return _typed_date(content)
        text = as_text(content)
        if months and (found := _MONTH.fullmatch(text)):
            return _in_range(_real_date(found[1], found[2], "1"), by_month=True)
        if found := _ISO.fullmatch(text):
            return _in_range(_real_date(*found.groups()))
        found = _NUMERIC.fullmatch(text)
        if found is None:
            return Unreadable(dates_are_dates)
        if stated and order == "yyyy-mm-dd":
            return Unreadable(dates_are_as_stated)
        month_first = order == "mm-dd-yyyy" and (stated or found[2] == "/")
        day, month = (found[3], found[1]) if month_first else (found[1], found[3])
        return _in_range(_real_date(found[4], month, day))

    return read


def month_reader(content: Content) -> Period | Unreadable:
    """Read a month, as 2018-03; in a workbook also a typed date that is the first of a month."""
    if isinstance(content, dt.date):
        period = _typed_date(content)
        if isinstance(period, Unreadable):
            return Unreadable(months_are_months) if isinstance(content, dt.datetime) else period
        return Period(period.date, by_month=True) if period.date.day == 1 else Unreadable(months_are_months)
    found = _MONTH.fullmatch(as_text(content))
    first = _real_date(found[1], found[2], "1") if found else None
    return Unreadable(months_are_months) if first is None else _in_range(first, by_month=True)


def _typed_date(content: dt.date) -> Period | Unreadable:
    if isinstance(content, dt.datetime):
        if content.time() != dt.time():
            return Unreadable(dates_are_dates)
        content = content.date()
    return _in_range(content)


def _in_range(date: dt.date | None, *, by_month: bool = False) -> Period | Unreadable:
    if date is None:
        return Unreadable(dates_are_real)
    return Period(date, by_month) if FIRST_YEAR <= date.year <= LAST_YEAR else Unreadable(dates_are_in_range)
