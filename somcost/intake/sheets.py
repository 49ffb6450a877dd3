"""The sheets of a file nobody has described."""

from pathlib import Path

from somcost.intake.mending import mended
from somcost.intake.parquet_sheets import parquet_sheets
from somcost.intake.sheet import Sheet
from somcost.intake.text_sheets import text_sheets
from somcost.intake.workbook_sheets import SUFFIXES, workbook_sheets
from somcost.problems import InputProblems, Location, Problem, check
from somcost.read.file_bytes import TEXT_SUFFIXES, content_of
from somcost.read.grid import Wanted
from somcost.read.table_source import TableSource

PARQUET = ".parquet"
ENDINGS = (*TEXT_SUFFIXES, *SUFFIXES, PARQUET)


@check
def export_formats_are_known(wanted: Wanted) -> Problem:
    """An export is a text file, a workbook or Parquet, and its name ends so."""
    found = f"a table's name ends in {', '.join(ENDINGS)}"
    return wanted.problem(found, "Save it as one of these; PDF and pictures hold no cells.")


def sheets_of(path: Path, *, encoding: str | None = None, delimiter: str | None = None) -> list[Sheet]:
    """Read the sheets of a file.

    Args:
        path: The file.
        encoding: Of text; found from its bytes if not given.
        delimiter: Of text; found from its lines if not given.

    Raises:
        InputProblems: There is no such file, or it cannot be read.
    """
    place = Location(str(path))
    wanted = Wanted(TableSource(path, place, encoding=encoding, delimiter=delimiter), "", frozenset())
    suffix = path.suffix.lower()
    content = content_of(wanted)
    if not isinstance(content, bytes):
        raise InputProblems([content])
    if suffix not in ENDINGS:
        raise InputProblems([export_formats_are_known(wanted)])
    readers = {PARQUET: parquet_sheets, **dict.fromkeys(SUFFIXES, workbook_sheets)}
    return [mended(sheet) for sheet in readers.get(suffix, text_sheets)(content, wanted)]
