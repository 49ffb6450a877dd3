"""Workbooks computed again by LibreOffice, and the comparison of its values with the stored ones."""

import math
import os
import subprocess
from pathlib import Path

import openpyxl

RECALCULATE_ALWAYS = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry" xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
<item oor:path="/org.openoffice.Office.Calc/Formula/Load">
<prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop></item>
</oor:items>
"""
Cells = dict[tuple[str, str], object]


def recalculated(books: list[Path], folder: Path) -> list[Path]:
    """Let LibreOffice load the workbooks, compute every formula anew, and save them in the folder."""
    profile = folder / "profile"
    (profile / "user").mkdir(parents=True)
    (profile / "user" / "registrymodifications.xcu").write_text(RECALCULATE_ALWAYS, "utf-8")
    out = folder / "recalculated"
    command = ["soffice", "--headless", f"-env:UserInstallation={profile.as_uri()}", "--convert-to", "xlsx"]
    subprocess.run(
        [*command, "--outdir", str(out), *map(str, books)],
        check=True,
        capture_output=True,
        timeout=300,
        env=os.environ | {"HOME": str(folder)},
    )
    return [out / book.name for book in books]


def formulas(book: Path) -> dict[tuple[str, str], str]:
    """Give every formula of a workbook by sheet and cell."""
    workbook = openpyxl.load_workbook(book)
    return {
        (sheet.title, cell.coordinate): str(cell.value)
        for sheet in workbook.worksheets
        for row in sheet.iter_rows()
        for cell in row
        if cell.data_type == "f"
    }


def values(book: Path) -> Cells:
    """Give every stored value of a workbook by sheet and cell."""
    workbook = openpyxl.load_workbook(book, data_only=True)
    return {
        (sheet.title, cell.coordinate): cell.value
        for sheet in workbook.worksheets
        for row in sheet.iter_rows()
        for cell in row
        if cell.value is not None
    }


def differences(book: Path, again: Path) -> list[str]:
    """Tell every formula cell whose stored value is not what LibreOffice computes, to 1e-9."""
    stored, computed = values(book), values(again)
    return [
        f"{sheet}!{cell}: {stored.get((sheet, cell))} stored, {computed.get((sheet, cell))} computed"
        for sheet, cell in formulas(book)
        if not _same(stored.get((sheet, cell)), computed.get((sheet, cell)))
    ]


def _same(left: object, right: object) -> bool:
    if isinstance(left, int | float) and isinstance(right, int | float):
        return math.isclose(left, right, rel_tol=1e-9, abs_tol=1e-6)
    return left == right
