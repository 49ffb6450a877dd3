"""A table's file as bytes, and the checks that there is such a file."""

import difflib
from pathlib import Path

from somcost.problems import Problem, check
from somcost.read.cells import quoted
from somcost.read.grid import Wanted

TEXT_SUFFIXES = (".csv", ".txt", ".tsv")
WORKBOOK_SUFFIX = ".xlsx"
PARQUET_SUFFIX = ".parquet"


@check
def table_format_is_known(wanted: Wanted) -> Problem | None:
    """A table is a text file (.csv, .txt, .tsv), a workbook (.xlsx) or Parquet (.parquet)."""
    suffix = wanted.source.path.suffix
    if suffix.lower() in (*TEXT_SUFFIXES, WORKBOOK_SUFFIX, PARQUET_SUFFIX):
        return None
    found = f"the ending {quoted(suffix)}" if suffix else "no ending"
    *some, last = (*TEXT_SUFFIXES, WORKBOOK_SUFFIX, PARQUET_SUFFIX)
    message = f"the file's name has {found}; a table ends in {', '.join(some)} or {last}"
    return wanted.problem(message, "Save the table as CSV or as an Excel workbook.")


@check
def table_file_exists(wanted: Wanted) -> Problem:
    """The file that the scenario names is there."""
    path = wanted.source.path
    near = difflib.get_close_matches(path.name, _names_beside(path), n=1, cutoff=0.5)
    advice = f"The folder holds {quoted(near[0])}. " if near else ""
    place = wanted.source.location
    named = f"The path is written in {place} and starts from that file's folder."
    return wanted.problem("there is no such file", (advice + (named if place.file != wanted.file else "")).strip())


@check
def table_is_a_file(wanted: Wanted) -> Problem:
    """A table's path names a file, not a folder or a device."""
    return wanted.problem("the path is a folder or no ordinary file", "Name the file inside it; several go in a list.")


@check
def table_file_is_readable(wanted: Wanted, reason: str) -> Problem:
    """The file can be opened and read by the user who runs the program."""
    return wanted.problem(f"the file cannot be read: {reason}", "Close it where it is open, or change its permissions.")


@check
def table_file_is_not_empty(wanted: Wanted) -> Problem:
    """A table's file holds at least a header; a file of 0 bytes is an export that failed."""
    return wanted.problem("the file is empty; a table has at least a header", "Export the file again.")


def file_bytes(wanted: Wanted) -> bytes | Problem:
    """Read a table's file, or tell why it cannot be."""
    content = content_of(wanted)
    return content if isinstance(content, Problem) else table_format_is_known(wanted) or content


def file_problem(wanted: Wanted) -> Problem | None:
    """Tell why a table's file cannot be read, without reading more than its first byte."""
    start = content_of(wanted, 1)
    return start if isinstance(start, Problem) else table_format_is_known(wanted)


def content_of(wanted: Wanted, most: int = -1) -> bytes | Problem:
    """Read a file, or its first bytes; or tell why it cannot be read."""
    path = wanted.source.path
    try:
        if not path.exists():
            return table_file_exists(wanted)
        if not path.is_file():
            return table_is_a_file(wanted)
        with path.open("rb") as file:
            content = file.read(most)
    except (OSError, ValueError) as error:
        return table_file_is_readable(wanted, getattr(error, "strerror", None) or str(error))
    return content or table_file_is_not_empty(wanted)


def _names_beside(path: Path) -> list[str]:
    try:
        return sorted(each.name for each in path.parent.iterdir() if each.is_file())
    except OSError:
        return []
