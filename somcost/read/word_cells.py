"""Cells of words: texts, yes or no, a citizen's status, a price year, and the empty cell."""

import re
from collections.abc import Callable
from types import MappingProxyType

from somcost.model.tables import STATUSES
from somcost.problems import Problem, check
from somcost.read.cells import Cell, Content, Unreadable, Value, as_text, quoted
from somcost.read.date_cells import FIRST_YEAR, LAST_YEAR

BOOLEANS = MappingProxyType({"true": True, "ja": True, "1": True, "false": False, "nej": False, "0": False})
DANISH = MappingProxyType({"indskrevet": "enrolled", "udskrevet": "discharged", "gennemført": "completed"})
GARBLED = re.compile(
    "[ÂÃâ][\u0080-\u00bf\u0152\u0153\u0160\u0161\u0178\u017d\u017e\u0192\u02c6\u02dc\u2013-\u203a\u20ac\u2122]|\ufffd"
)

OF_PERSONS = ("employee", "case", "id")
"""Columns that may name a person, whose words no message shows."""
_STEERING = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029]")


@check
def words_are_printable(cell: Cell) -> Problem:
    """A cell of words holds no control characters, which could steer the terminal it is printed on."""
    found = _STEERING.search(as_text(cell.content))
    code = ord(found[0]) if found else 0
    return Problem(cell.location, cell.key, f"the cell holds the control character 0x{code:02x}", "Write it without.")


@check
def cells_are_filled(cell: Cell) -> Problem:
    """Every row has a content in every required column; what is not known leaves the row out, it is not zero."""
    advice = "Fill the cell, or leave the row out and say so in the scenario's notes."
    return Problem(cell.location, cell.key, "the cell is empty, and the column is required", advice)


@check
def text_is_not_garbled(cell: Cell) -> Problem:
    """Text is free of letters that an earlier program read in the wrong encoding, such as Ã¥ for å."""
    text = as_text(cell.content)
    advice = "Export the file anew as UTF-8, or say its `encoding` where the scenario names it."
    found = "the cell" if cell.key in OF_PERSONS else quoted(text)
    mended = "" if cell.key in OF_PERSONS else _mended(text)
    return Problem(cell.location, cell.key, f"{found} holds letters read in the wrong encoding{mended}", advice)


@check
def booleans_are_yes_or_no(cell: Cell) -> Problem:
    """A cell that answers yes or no is true, false, ja, nej, 1, 0 or empty."""
    message = f"{quoted(cell.content)} is not true, false, ja, nej, 1 or 0"
    advice = f"Map it as `values: {{{cell.key}: {{{quoted(cell.content)}: ja}}}}`, or to nej."
    return Problem(cell.location, cell.key, message, advice)


@check
def statuses_are_known(cell: Cell) -> Problem:
    """A citizen's status is enrolled, discharged or completed, in English or Danish, or empty."""
    message = f"{quoted(cell.content)} is not {', '.join(DANISH)}, nor {', '.join(STATUSES)}"
    advice = (
        f"Map it as `values: {{{cell.key}: {{{quoted(cell.content)}: indskrevet}}}}`, or to udskrevet or gennemført."
    )
    return Problem(cell.location, cell.key, message, advice)


@check
def price_years_are_years(cell: Cell) -> Problem:
    """A price year is a year of four digits between 1900 and 2100."""
    message = f"{quoted(cell.content)} is not a year of four digits between {FIRST_YEAR} and {LAST_YEAR}"
    return Problem(cell.location, cell.key, message, "Write the year whose prices the amount is in, such as 2019.")


def _mended(text: str) -> str:
    try:
        return f"; {quoted(text.encode('cp1252').decode('utf-8'))} is meant"
    except UnicodeError:
        return ""


def read_text(content: Content) -> str | Unreadable:
    """Keep a text as it stands; NA is a text like any other."""
    text = as_text(content)
    if _STEERING.search(text):
        return Unreadable(words_are_printable)
    return Unreadable(text_is_not_garbled) if GARBLED.search(text) else text


def read_boolean(content: Content) -> bool | Unreadable:
    """Read yes or no, in any case of letters."""
    return BOOLEANS.get(as_text(content).lower(), Unreadable(booleans_are_yes_or_no))


def read_status(content: Content) -> str | Unreadable:
    """Read a citizen's status."""
    text = as_text(content)
    return text if text in STATUSES else DANISH.get(text.casefold(), Unreadable(statuses_are_known))


def read_year(content: Content) -> int | Unreadable:
    """Read a year of four digits."""
    text = as_text(content)
    year = int(text) if re.fullmatch("[0-9]{4}", text) else 0
    return year if FIRST_YEAR <= year <= LAST_YEAR else Unreadable(price_years_are_years)


def required(read: Callable[[Content], Value | Unreadable]) -> Callable[[Content], Value | Unreadable]:
    """Give the function that reads the same cells and refuses an empty one."""
    return lambda content: Unreadable(cells_are_filled) if content == "" else read(content)


def optional(read: Callable[[Content], Value | Unreadable]) -> Callable[[Content], Value | Unreadable | None]:
    """Give the function that reads the same cells, and an empty one as None: not said, which is not zero."""
    return lambda content: None if content == "" else read(content)
