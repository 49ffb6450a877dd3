"""What the sheets of a plan's workbook offer, and where it stands."""

from pathlib import Path
from typing import Any

import openpyxl
import pytest
from hand_plan import CASES, hand_plan

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


def cells(page: Any) -> dict[str, list[Any]]:
    """Give the rows of a sheet by their first cell."""
    return {str(row[0].value): [cell.value for cell in row[1:]] for row in page.iter_rows() if row[0].value}


def test_what_is_fixed_has_its_unit_and_is_no_input(book: Any) -> None:
    """The horizon stands with the length of a course, both in years, below the heading of what is fixed."""
    page = book["1 Indsats"]
    names = [row[0].value for row in page.iter_rows()]
    found = cells(page)

    assert found["Tidshorisont"][:2] == [3, "år"]
    assert found["Et forløbs længde"][:2] == [1, "år"]
    assert names.index("Tidshorisont") > names.index("Ligger fast i dette regneark")
    row = names.index("Tidshorisont") + 1
    assert page.cell(row, 2).fill.fgColor.rgb != YELLOW


def test_the_mean_of_the_years_follows_the_horizon_where_it_stands(book: Any) -> None:
    """It is still a number of the trace: the formula refers to its cell."""
    formulas = [str(cell.value) for row in book["6 Resultater"].iter_rows() for cell in row]

    assert any("'1 Indsats'!$B$" in formula and "total_cost" in formula for formula in formulas)


def test_grants_name_the_line_they_pay_and_where_they_are_changed(tmp_path: Path) -> None:
    """A grant to the equipment; support that pays no line in particular; where no grant is, no word of changing it."""
    grant = "  til: {label: Tilskud til udstyr, driver: team, timing: once, price: 100, of: udstyr}\n"
    book = written(hand_plan(tmp_path, grants=grant), tmp_path)
    grants = cells(book["4 Tilskud"])

    assert "Beløbene rettes på arket 3 Ressourcer." in grants
    assert grants["Linje"][2] == "Betaler linjen"
    assert (grants["Tilskud til udstyr"][2], grants["Støtte"][2]) == ("Udstyr", "")
    assert "Beløbene rettes på arket 3 Ressourcer." not in cells(book["5 Sparede udgifter"])


def test_no_two_columns_of_the_calculation_have_one_name(book: Any) -> None:
    """A reader can tell what each is."""
    headings = [cell.value for cell in book["Beregning"][4] if cell.value]

    assert len(set(headings)) == len(headings)
    assert not [heading for heading in headings if heading.endswith(("(1)", "(2)", "(3)"))]


def test_sensitivities_double_no_column(tmp_path: Path) -> None:
    """The sheets of the sensitivities rest on the calculation's own columns and numbers."""
    book = written(hand_plan(tmp_path, more=CASES), tmp_path)
    headings = [cell.value for cell in book["Beregning"][4] if cell.value]

    assert not [heading for heading in headings if heading.endswith(("(1)", "(2)"))]
    assert [row[0].value for row in book["1 Indsats"].iter_rows()].count("Tidshorisont") == 1
