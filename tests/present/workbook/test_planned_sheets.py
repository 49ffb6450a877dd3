"""What the sheets of a plan's workbook offer, and where it stands."""

from pathlib import Path
from typing import Any

import openpyxl
import pytest
from hand_plan import hand_plan

from somcost.analyse.planned import PlanAssessment
from somcost.present.workbook import write_workbook

YELLOW = "FFFFF8DC"
"""The ground of an input."""


def written(assessment: PlanAssessment, folder: Path) -> Any:
    """Write the workbook of a plan and open it."""
    book = folder / "plan.xlsx"
    write_workbook(assessment, book)
    return openpyxl.load_workbook(book)


@pytest.fixture
def book(tmp_path: Path) -> Any:
    """Give the workbook of the plan."""
    return written(hand_plan(tmp_path), tmp_path)


def test_only_numbers_are_offered_as_inputs(book: Any) -> None:
    """What a line follows and its category are worked out before: they are no inputs, and nothing else is a text."""
    inputs = [cell for page in book for row in page.iter_rows() for cell in row if cell.fill.fgColor.rgb == YELLOW]

    assert {cell.data_type for cell in inputs} == {"n"}
    assert "3 Ressourcer" in {cell.parent.title for cell in inputs}
