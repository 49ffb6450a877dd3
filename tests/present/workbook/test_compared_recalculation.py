"""The workbooks of a comparison and of a simulation, computed again by LibreOffice."""

from pathlib import Path

import openpyxl
import pytest
from recalculated import differences, formulas, recalculated, values

from somcost import assess, budget_variances, compare, explain_difference, simulate
from somcost.analyse.compare.found import Compared
from somcost.present.workbook import write_workbook
from somcost.present.workbook.varied.compared import write_comparison

ROOT = Path(__file__).parents[3]

pytestmark = pytest.mark.libreoffice


def test_the_waterfall_adds_up_in_the_workbook_too(tmp_path: Path) -> None:
    """The levels are formulas of the parts; a part changed in the file moves the levels and breaks the check."""
    pair = [assess(ROOT / "scenarios" / f"{name}.yaml") for name in ("jammerbugt", "holstebro")]
    found = Compared(compare(pair), explain_difference(*pair), budget_variances(*pair))
    book = tmp_path / "compared.xlsx"
    write_comparison(pair, found, book)
    spoilt = openpyxl.load_workbook(book)
    first_part = next(row[1] for row in spoilt["Forklaring af forskellen"] if isinstance(row[1].value, float))
    first_part.value = 1_000_000
    spoilt.save(tmp_path / "spoilt.xlsx")
    again, changed = recalculated([book, tmp_path / "spoilt.xlsx"], tmp_path / "again")

    assert len(formulas(book)) > 30
    assert differences(book, again) == []
    assert "OK" in values(again).values()
    assert "FEJL" in values(changed).values()


def test_a_simulation_stands_as_values_with_its_settings(tmp_path: Path) -> None:
    """Mean, quantiles and the chance to exceed a budget beside draws, seed and distributions; no formula among them."""
    assessment = assess(ROOT / "scenarios" / "jammerbugt.yaml")
    found = simulate(assessment, draws=2_000, seed=0, budget=3_000_000, indices=True)
    book = tmp_path / "simulated.xlsx"
    write_workbook(assessment, book, beside=found)
    (again,) = recalculated([book], tmp_path / "again")
    shown = [value for (sheet, _), value in values(again).items() if sheet == "Simulering"]
    mean = found.results["cost_per_participant"].mean

    assert differences(book, again) == []
    assert not [place for place in formulas(book) if place[0] == "Simulering"]
    assert mean is not None
    assert any(value == pytest.approx(mean.value) for value in shown if isinstance(value, float))
    assert {"2.000", "trekant", "Alle lønninger"} <= set(shown)
