"""The workbook's sheet of a plan's named sensitivities, computed again by LibreOffice."""

from pathlib import Path
from typing import Any

import openpyxl
import pytest
from hand_plan import CASES, hand_plan
from present.workbook.test_recalculation import changed
from recalculated import differences, recalculated

from somcost.present.workbook import write_workbook

pytestmark = pytest.mark.libreoffice


def rows(book: Path) -> dict[str, list[Any]]:
    """Give the values of the sheet's rows by their first cell."""
    page = openpyxl.load_workbook(book, data_only=True)["Følsomheder"]
    return {str(row[0].value): [cell.value for cell in row[1:]] for row in page.iter_rows()}


def test_every_sensitivity_and_the_range_stand_there(tmp_path: Path) -> None:
    """As calculated, with each alone, lowest and highest; all of it formulas that give their stored values."""
    book = tmp_path / "plan.xlsx"
    write_workbook(hand_plan(tmp_path, more=CASES), book)
    (again,) = recalculated([book], tmp_path / "again")

    assert differences(book, again) == []
    total = rows(again)["Samlet omkostning over perioden"]
    assert total == pytest.approx([65_000, 67_000, 102_500, 65_000, 65_000, 102_500])
    completed = rows(again)["Omkostning pr. gennemført"]
    assert completed[3] == "#DIV/0!"
    assert completed[4:] == pytest.approx([65_000 / 30, 102_500 / 30])
    assert any(name.startswith("Ikke defineret ved „Ingen gennemfører“") for name in rows(again))


def test_the_lowest_and_highest_are_formulas(tmp_path: Path) -> None:
    """MIN and MAX over the cells of the row."""
    book = tmp_path / "plan.xlsx"
    write_workbook(hand_plan(tmp_path, more=CASES), book)
    page = openpyxl.load_workbook(book)["Følsomheder"]
    row = next(row for row in page.iter_rows() if row[0].value == "Samlet omkostning over perioden")

    assert str(row[5].value).startswith("=MIN($B$")
    assert str(row[6].value).startswith("=MAX($B$")


def test_they_follow_what_is_changed(tmp_path: Path) -> None:
    """Equipment at twice its price instead of half as much again: 360,000 + 20,000 − 30,000 − 210,000 = 140,000."""
    book = tmp_path / "plan.xlsx"
    write_workbook(hand_plan(tmp_path, more=CASES), book)

    def change(workbook: Any) -> None:
        page = workbook["Følsomheder"]
        row = next(row for row in page.iter_rows() if row[0].value == "Dyrt udstyr")
        assert row[4].value == 0.5
        row[4].value = 1.0

    cells = changed(book, change, tmp_path)
    page = openpyxl.load_workbook(book)["Følsomheder"]
    row = next(row[0].row for row in page.iter_rows() if row[0].value == "Samlet omkostning over perioden")

    assert cells["Følsomheder", f"D{row}"] == pytest.approx(140_000)
    assert cells["Følsomheder", f"G{row}"] == pytest.approx(140_000)


def test_a_plan_without_sensitivities_has_no_such_sheet(tmp_path: Path) -> None:
    """Nothing empty stands there."""
    book = tmp_path / "plan.xlsx"
    write_workbook(hand_plan(tmp_path), book)

    assert "Følsomheder" not in openpyxl.load_workbook(book).sheetnames
