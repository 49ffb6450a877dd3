"""The delimiter of a text file: the one whose header holds the columns that are looked for."""

import csv
import io
import re

from somcost.problems import Problem, check
from somcost.read.cells import quoted
from somcost.read.grid import Wanted

DELIMITERS = (",", ";", "\t")

_EXCEL_SAYS = re.compile(r"\s*sep=([,;\t|])\s*", re.IGNORECASE)
"""Excel's own first line, which names the delimiter."""


@check
def delimiter_is_one_character(wanted: Wanted) -> Problem | None:
    """A delimiter that the scenario states is one character, and neither a quote, a letter, a digit nor a blank."""
    stated = wanted.source.delimiter
    if stated is None or stated == "\t" or re.fullmatch(r"[^\w\s\"]", stated):
        return None
    message = f"{quoted(stated)} cannot separate columns"
    return Problem(wanted.source.location, f"{wanted.key}.delimiter", message, r"""Say ",", ";" or "\t".""")


@check
def delimiter_is_certain(wanted: Wanted, delimiters: list[str], line: int) -> Problem:
    """Where a header does not tell which character separates its columns, the scenario says which."""
    message = f"the columns may be separated by {' or by '.join(map(quoted, delimiters))}"
    return wanted.problem(message, "Say the `delimiter` where the scenario names the file.", line=line)


def says_delimiter(first_line: str) -> str | None:
    """Tell the delimiter that Excel wrote on a line of its own; None where the line is no such line."""
    found = _EXCEL_SAYS.fullmatch(first_line.strip("\r\n"))
    return found[1] if found else None


def delimiter_of(header: str, wanted: Wanted, *, line: int) -> str | Problem:
    """Find the delimiter from the header's line, or ask for it."""
    fields = {delimiter: _fields(header, delimiter) for delimiter in DELIMITERS if delimiter in header}
    if not fields:
        return DELIMITERS[0]
    known = {delimiter: len(wanted.names & set(names)) for delimiter, names in fields.items()}
    most = max(known.values())
    best = [delimiter for delimiter in fields if known[delimiter] == most]
    return best[0] if len(best) == 1 else delimiter_is_certain(wanted, best, line)


def _fields(header: str, delimiter: str) -> list[str]:
    try:
        return [name.strip() for name in next(csv.reader(io.StringIO(header, newline=""), delimiter=delimiter), [])]
    except csv.Error:
        return []
