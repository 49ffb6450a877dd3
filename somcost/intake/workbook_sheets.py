"""Workbooks as sheets: .xlsx, .xls, .xlsb and .ods by calamine."""

import io
from typing import Any

from somcost.intake.sheet import Sheet
from somcost.problems import InputProblems, Problem, check
from somcost.read.cells import Content
from somcost.read.grid import Wanted
from somcost.read.xlsx_files import (
    DAMAGE,
    MOST_BYTES,
    MOST_CELLS,
    sheet_is_not_huge,
    unpacked_size,
    workbook_is_not_huge,
)

SUFFIXES = (".xlsx", ".xls", ".xlsb", ".ods")


@check
def workbooks_can_be_read(wanted: Wanted) -> Problem:
    """A workbook is what its name's ending says, whole, and without a password."""
    found = "the file is no readable workbook: it is damaged, has a password, or is another kind of file renamed"
    return wanted.problem(found, "Open it in a spreadsheet and save it anew.")


def workbook_sheets(content: bytes, wanted: Wanted) -> list[Sheet]:
    """Read the sheets that are not hidden; all of them where every one is.

    Raises:
        InputProblems: The workbook is damaged, locked or too large.
    """
    from python_calamine import CalamineError, CalamineWorkbook  # noqa: PLC0415 - loaded for workbooks only

    size = unpacked_size(content)
    if size is not None and size > MOST_BYTES:
        raise InputProblems([workbook_is_not_huge(wanted, size)])
    try:
        workbook = CalamineWorkbook.from_filelike(io.BytesIO(content))
        return [_sheet(workbook, name, wanted) for name in _shown(workbook)]
    except (CalamineError, *DAMAGE):
        raise InputProblems([workbooks_can_be_read(wanted)]) from None


def _shown(workbook: Any) -> list[str]:
    from python_calamine import SheetTypeEnum, SheetVisibleEnum  # noqa: PLC0415 - as above

    sheets = [each for each in workbook.sheets_metadata if each.typ == SheetTypeEnum.WorkSheet]
    seen = [each.name for each in sheets if each.visible == SheetVisibleEnum.Visible]
    return seen or [each.name for each in sheets]


def _sheet(workbook: Any, name: str, wanted: Wanted) -> Sheet:
    sheet = workbook.get_sheet_by_name(name)
    spanned = sheet.total_height * sheet.total_width
    if spanned > MOST_CELLS:
        raise InputProblems([sheet_is_not_huge(wanted, spanned)])
    rows = [[_content(cell) for cell in row] for row in sheet.to_python(skip_empty_area=False)]
    suffix = wanted.source.path.suffix.lower().removeprefix(".")
    return Sheet(wanted.file, name, suffix, rows, range(1, len(rows) + 1))


def _content(cell: Any) -> Content:
    if isinstance(cell, bool):
        return str(cell).lower()
    if isinstance(cell, int):
        return float(cell)
    content: Content = "" if cell is None else cell
    return content
