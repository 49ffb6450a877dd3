"""The workbook computed again in every test run, without LibreOffice: stored values, changed inputs, failing checks."""

import datetime as dt
import math
from pathlib import Path
from typing import Any

import ironcalc
import openpyxl
import pytest
from hand_scenario import write_hand_scenario
from openpyxl.utils.cell import coordinate_to_tuple
from recalculated import formulas, values

import somcost
from somcost.present.workbook import write_workbook

DAY_ZERO = dt.datetime(1899, 12, 30)  # noqa: DTZ001 - a cell has no zone
SPRING = "variants: {spring: {label: Foråret, window: {start: 2019-01-01, end: 2019-06-30}}}\n"
STAFF = "full_time_staff: [{start: 2019-02-10, end: 2019-12, job_group: leder, fte: 1.5}]\n"
PART = "window: {start: 2019-01-01, end: 2019-12-31, part_months: [{month: 2019-01, factor: 1.5, reason: Sygdom}]}\n"
CITIZENS = (
    "id,start,end,status\n1,2018-11-12,2019-12-31,completed\n2,2019-05-05,,\n3,2019-01-31,2019-02-28,discharged\n"
)
SCENARIOS = {
    "a sub-period": ("none", SPRING),
    "citizens": ("participants", f"participants: {{path: citizens.csv}}\n{SPRING}"),
    "a part month": ("window", PART),
    "staff beside registrations": ("none", STAFF),
    "staff alone": ("time_registrations", STAFF),
    "no expenses": ("expenses", SPRING),
}


class Sheet:
    """A workbook that ironcalc has opened, by sheet and cell."""

    def __init__(self, book: Path) -> None:
        self.names = openpyxl.load_workbook(book, read_only=True).sheetnames
        self.model: Any = ironcalc.load_from_xlsx(str(book))
        self.model.evaluate()

    def value(self, sheet: str, cell: str) -> Any:
        """Give a cell's value."""
        return self.model.get_cell_value(self.names.index(sheet), *coordinate_to_tuple(cell))

    def put(self, sheet: str, cell: str, text: str) -> None:
        """Type into a cell, and let everything follow."""
        self.model.set_user_input(self.names.index(sheet), *coordinate_to_tuple(cell), text)
        self.model.evaluate()


def written(folder: Path, *, without: str = "none", more: str = "") -> Path:
    """Write a scenario's workbook."""
    path = write_hand_scenario(folder, without=without, more=more)
    (folder / "citizens.csv").write_text(CITIZENS, encoding="utf-8")
    write_workbook(somcost.assess(path), folder / "book.xlsx")
    return folder / "book.xlsx"


def same(stored: object, computed: object) -> bool:
    """Tell whether a stored value is the computed one, to 1e-9; a date is its day number."""
    stored = (stored - DAY_ZERO).days if isinstance(stored, dt.datetime) else stored
    if isinstance(stored, int | float) and isinstance(computed, int | float):
        return math.isclose(stored, computed, rel_tol=1e-9, abs_tol=1e-6)
    return stored == computed


def place(book: Path, name: str) -> tuple[str, str]:
    """Give the sheet and cell of a defined name."""
    ((sheet, cell),) = openpyxl.load_workbook(book).defined_names[name].destinations
    return sheet, cell.replace("$", "")


@pytest.mark.parametrize(("without", "more"), SCENARIOS.values(), ids=SCENARIOS)
def test_every_formula_gives_its_stored_value(tmp_path: Path, without: str, more: str) -> None:
    """Whatever the scenario holds."""
    book = written(tmp_path, without=without, more=more)
    sheet, stored = Sheet(book), values(book)

    assert len(formulas(book)) > 100
    assert [each for each in formulas(book) if not same(stored.get(each), sheet.value(*each))] == []


def test_results_follow_a_wage_and_the_overhead(tmp_path: Path) -> None:
    """A leader at 60,000 and an overhead of 0.5 are 720 kr an hour, the others 360: 72,000 + 18,000 + 5,000 a year."""
    book = written(tmp_path)
    sheet = Sheet(book)
    sheet.put(*place(book, "job_groups_leder_monthly_wage_cost"), "60000")
    sheet.put(*place(book, "parameters_overhead"), "0.5")

    assert sheet.value(*place(book, "annual_operating_cost")) == pytest.approx(95_000)
    assert sheet.value(*place(book, "cost_per_participant")) == pytest.approx(95_000 / 12)


@pytest.mark.parametrize("hours", ["9", "11"])
def test_an_hour_lost_or_found_is_a_fault(tmp_path: Path, hours: str) -> None:
    """The first row's ten hours changed: the workbook no longer holds the 150 hours that were read."""
    book = written(tmp_path)
    sheet = Sheet(book)
    found = openpyxl.load_workbook(book, data_only=True)["Tidsregistreringer"]
    (cell,) = [cell.coordinate for cell in found[5] if cell.value == 10]

    assert sheet.value(*place(book, "checks_master")) == "Alt stemmer"
    sheet.put("Tidsregistreringer", cell, hours)
    assert sheet.value(*place(book, "checks_master")) == "FEJL – se arket Kontrol"
