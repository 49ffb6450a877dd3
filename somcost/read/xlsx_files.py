"""Workbooks (.xlsx): a sheet's cells become a grid of texts, numbers, dates and times."""

import io
import struct
import zipfile
import zlib
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any, NamedTuple

from somcost.problems import Problem, check
from somcost.read.cells import Content, as_text, quoted
from somcost.read.csv_files import table_has_a_header
from somcost.read.faults import Faults
from somcost.read.grid import Grid, Record, Wanted, gathered
from somcost.read.xlsx_cells import ValuelessCell, cells_spanned, sheet_part, valueless_cells

_OLD_OR_LOCKED = b"\xd0\xcf\x11\xe0"
MOST_BYTES = 2**31
"""What a workbook may unpack to; more is a mistake or an attack."""


MOST_CELLS = 20_000_000
"""What a sheet may span; a stray cell far from the table would otherwise fill the memory."""

DAMAGE = (zipfile.BadZipFile, zlib.error, struct.error, EOFError, OSError, ValueError, LookupError, RuntimeError)


class Merged(NamedTuple):
    """Cells that are merged: their first and last row and column."""

    top: int
    left: int
    bottom: int
    right: int


@dataclass(frozen=True, slots=True)
class Sheet:
    """A sheet's rows from A1 on, with the cells that its reader gives as empty and that are not."""

    rows: list[list[Any]]
    merged: list[Merged]
    valueless: list[ValuelessCell]


@check
def workbook_is_xlsx(wanted: Wanted, content: bytes) -> Problem:
    """A file that ends in .xlsx is a workbook in that format, without a password."""
    locked = content.startswith(_OLD_OR_LOCKED)
    found = "it is an old .xls file, or has a password" if locked else "it may be damaged, or a text file renamed"
    return wanted.problem(
        f"the file is no readable .xlsx workbook: {found}", "Open it in Excel and save it as .xlsx anew."
    )


@check
def workbook_is_not_huge(wanted: Wanted, size: int) -> Problem:
    """A workbook unpacks to less than 2 GB."""
    message = f"the workbook unpacks to {size / 2**30:.1f} GB; at most {MOST_BYTES // 2**30} GB is read"
    return wanted.problem(message, "Save the sheet as CSV.")


@check
def sheet_is_not_huge(wanted: Wanted, cells: int) -> Problem:
    """A sheet spans at most 20 million cells, counted to its last used row and column."""
    message = f"the sheet spans {cells:,} cells to its last used one; at most {MOST_CELLS:,} are read"
    return wanted.problem(
        message, "Delete the rows and columns beyond the table (Ctrl-End finds them), or save it as CSV."
    )


@check
def sheet_is_named(wanted: Wanted, sheets: Sequence[str]) -> Problem:
    """Where a workbook has several sheets that are not hidden, the scenario says which holds the table."""
    message = f"the workbook has {len(sheets)} sheets: {', '.join(map(quoted, sheets)) or 'none'}"
    return wanted.problem(message, "Say which one, as `sheet: name`, where the scenario names the file.")


@check
def sheet_is_there(wanted: Wanted, sheets: Sequence[str]) -> Problem:
    """The sheet that the scenario names is in the workbook."""
    message = f"{quoted(wanted.source.path.name)} has no sheet {quoted(wanted.source.sheet or '')}"
    advice = f"Its sheets are {', '.join(map(quoted, sheets))}."
    return Problem(wanted.source.location, f"{wanted.key}.sheet", message, advice)


@check
def workbook_cells_have_values(wanted: Wanted, cell: ValuelessCell) -> Problem:
    """A cell of a workbook holds a value, not an error such as #DIV/0! or a formula that was never calculated."""
    advice = "Open the workbook in Excel, correct the formula, and save it."
    return wanted.problem(f"the cell holds {cell.holds}", advice, line=cell.row, column=cell.column)


@check
def cells_are_not_merged(wanted: Wanted, merged: Merged) -> Problem:
    """No cells of a table are merged: only the first of them would hold the value."""
    message = "merged cells begin here, and only the first of them holds the value"
    return wanted.problem(message, "Split them in Excel and fill each cell.", line=merged.top, column=merged.left)


def xlsx_grid(content: bytes, wanted: Wanted, *, faults: Faults) -> Grid | Problem:
    """Read the sheet of a workbook that holds the table, or tell why it cannot be."""
    size = unpacked_size(content)
    if size is None:
        return workbook_is_xlsx(wanted, content)
    if size > MOST_BYTES:
        return workbook_is_not_huge(wanted, size)
    from python_calamine import CalamineError  # noqa: PLC0415 - loaded for workbooks only

    try:
        sheet = _sheet(content, wanted)
    except (CalamineError, *DAMAGE):
        return workbook_is_xlsx(wanted, content)
    return sheet if isinstance(sheet, Problem) else _grid(sheet, wanted, faults=faults)


def _sheet(content: bytes, wanted: Wanted) -> Sheet | Problem:
    from python_calamine import CalamineWorkbook, SheetTypeEnum, SheetVisibleEnum  # noqa: PLC0415 - as above

    workbook = CalamineWorkbook.from_filelike(io.BytesIO(content))
    sheets = [each for each in workbook.sheets_metadata if each.typ == SheetTypeEnum.WorkSheet]
    seen = [each.name for each in sheets if each.visible == SheetVisibleEnum.Visible]
    name = _sheet_name([each.name for each in sheets], seen, wanted)
    if isinstance(name, Problem):
        return name
    part = sheet_part(content, name)
    if (cells := cells_spanned(part)) > MOST_CELLS:
        return sheet_is_not_huge(wanted, cells)
    sheet = workbook.get_sheet_by_name(name)
    merged = [Merged(*(each + 1 for each in (*first, *last))) for first, last in sheet.merged_cell_ranges or ()]
    return Sheet(sheet.to_python(skip_empty_area=False), merged, valueless_cells(part))


def unpacked_size(content: bytes) -> int | None:
    """Give the bytes that a zipped workbook unpacks to; None where it is no such file."""
    try:
        return sum(part.file_size for part in zipfile.ZipFile(io.BytesIO(content)).infolist())
    except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError):
        return None


def _sheet_name(sheets: Sequence[str], seen: Sequence[str], wanted: Wanted) -> str | Problem:
    if wanted.source.sheet is not None:
        return wanted.source.sheet if wanted.source.sheet in sheets else sheet_is_there(wanted, sheets)
    return seen[0] if len(seen) == 1 else sheet_is_named(wanted, seen or sheets)


def _grid(sheet: Sheet, wanted: Wanted, *, faults: Faults) -> Grid | Problem:
    filled = _records(sheet.rows)
    if not filled:
        return table_has_a_header(wanted)
    header, *records = filled
    top, names = header
    read = {number for number, name in enumerate(names, start=1) if as_text(name).strip() in wanted.names}
    joined = [
        each for each in sheet.merged if each.bottom >= top and not read.isdisjoint(range(each.left, each.right + 1))
    ]
    empty = [each for each in sheet.valueless if each.row >= top and each.column in read]
    faults.add_each(joined, lambda each: cells_are_not_merged(wanted, each))
    faults.add_each(empty, lambda each: workbook_cells_have_values(wanted, each))
    told = {each.row for each in empty}.union(*(range(each.top, each.bottom + 1) for each in joined))
    grid = gathered(header, (record for record in records if record[0] not in told), wanted, faults=faults)
    return replace(grid, rows=grid.rows + sum(row > top for row in told))


def _records(rows: list[list[Any]]) -> list[Record]:
    """Give the rows that are not blank; yes and no become words, as 1 and true would be equal as keys."""
    filled = ((line, row) for line, row in enumerate(rows, start=1) if any(cell not in {"", None} for cell in row))
    return [(line, [_content(cell) for cell in row]) for line, row in filled]


def _content(cell: Any) -> Content:
    if isinstance(cell, bool):
        return str(cell).lower()
    content: Content = "" if cell is None else cell
    return content
