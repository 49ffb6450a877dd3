"""The workbook of a plan, computed again by LibreOffice: a sheet a step, live, the engine's numbers."""

from itertools import takewhile
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from analyse.test_plan_institutions import HOUSES
from analyse.test_plan_investments import machine
from analyse.test_planned import full, planned
from present.workbook.test_recalculation import changed, named, result
from recalculated import differences, formulas, recalculated, values

from somcost.analyse.handover.handover import handover_of
from somcost.analyse.vary.answers import in_a_grid, one_at_a_time, where_it_breaks_even
from somcost.analyse.vary.axes import axes_of
from somcost.pipeline import assess, assess_plan
from somcost.present.workbook import write_workbook

PLANS = sorted((Path(__file__).parents[3] / "scenarios" / "plans").glob("**/*.yaml"))
STEPS = ["Overblik", "1 Indsats", "2 Team", "3 Ressourcer", "4 Tilskud", "5 Sparede udgifter", "6 Resultater"]
MORE = """
  rooms: {label: Lokaler, category: operation, driver: team, timing: yearly, not_quantified: lånes af skolen}
  boxes: {label: Kasser, category: investment, driver: team, timing: once, price: 800, quantity: 3, lifetime: 2}
"""

pytestmark = pytest.mark.libreoffice


def with_more(text: str) -> str:
    """Add a line that is not quantified and one that outlives its life."""
    return text.replace("grants:", MORE.strip("\n") + "\ngrants:", 1)


def test_every_example_computes_again(tmp_path: Path) -> None:
    """Every formula of every example's workbook gives its stored value."""
    books = []
    for number, plan in enumerate(PLANS):
        books.append(tmp_path / f"{number}.xlsx")
        write_workbook(assess_plan(plan), books[-1])

    for book, again in zip(books, recalculated(books, tmp_path / "again"), strict=True):
        assert differences(book, again) == []


def test_a_sheet_for_every_step_with_every_result(tmp_path: Path) -> None:
    """The six steps in order; every result of the JSON stands as a formula under its name."""
    plan = planned(tmp_path, with_more(full()))
    book = tmp_path / "plan.xlsx"
    write_workbook(plan, book)
    (again,) = recalculated([book], tmp_path / "again")
    cells = values(again)

    assert differences(book, again) == []
    assert openpyxl.load_workbook(book).sheetnames[:7] == STEPS
    for name, expected in plan.as_dict()["results"].items():
        if expected is not None:
            assert result(book, cells, name if "_" in name else f"som_{name}") == pytest.approx(expected), name


def test_what_has_no_number_is_told_and_is_no_zero(tmp_path: Path) -> None:
    """The line stands with its reason under the resources; the summary says that the cost is at least what is shown."""
    book = tmp_path / "plan.xlsx"
    write_workbook(planned(tmp_path, with_more(full())), book)
    workbook = openpyxl.load_workbook(book)
    resources = [[cell.value for cell in row] for row in workbook["3 Ressourcer"].iter_rows()]
    (row,) = [row for row in resources if row[0] == "Lokaler"]

    assert row[:3] == ["Lokaler", "Drift", "lånes af skolen"]
    assert set(row[3:]) == {None}
    said = [str(cell.value) for cell in workbook["Overblik"]["A"]]
    assert any("mindst det viste" in text for text in said)


def test_the_workbook_follows_its_inputs(tmp_path: Path) -> None:
    """Teams, hours, a price, turnover and overhead changed in the file give what the plan gives with them."""
    text = with_more(full())
    book = tmp_path / "plan.xlsx"
    write_workbook(planned(tmp_path, text), book)

    def change(workbook: Any) -> None:
        for row in workbook["3 Ressourcer"].iter_rows():
            if row[0].value == "F":
                (hours,) = [cell for cell in row if cell.value == 2]
                hours.value = 3
        named(workbook, "som_turnover").value = 0.5
        named(workbook, "parameters_overhead").value = 0.3
        named(workbook, "participants_per_course").value = 6
        (teams,) = [row for row in workbook["2 Team"].iter_rows() if row[0].value == "År 3" and row[1].value == 1]
        teams[1].value = 4

    cells = changed(book, change, tmp_path)
    anew = text.replace("hours: 2}", "hours: 3}").replace("turnover: 0.25", "turnover: 0.5")
    anew = anew.replace("per_course: 8", "per_course: 6").replace("{year: 3, count: 1}", "{year: 3, count: 4}")
    expected = planned(tmp_path, anew + "overrides: {parameters.overhead: 0.3}\n").as_dict()["results"]

    for name in ("total_cost", "net_present_value", "cost_per_completed", "residual_values", "start_up_cost"):
        assert result(book, cells, name) == pytest.approx(expected[name]), name


def test_an_annuity_is_live(tmp_path: Path) -> None:
    """Ten yearly payments of 5,266.644 at 2.5 %; at 0 % in the file 4,500, the straight line."""
    book = tmp_path / "plan.xlsx"
    write_workbook(planned(tmp_path, machine(horizon=10)), book)

    def change(workbook: Any) -> None:
        named(workbook, "lines_machine_annuity_rate").value = 0

    (again,) = recalculated([book], tmp_path / "as written")
    assert differences(book, again) == []
    assert result(book, values(again), "total_cost") == pytest.approx(52_666.44, abs=5e-3)
    assert result(book, changed(book, change, tmp_path), "total_cost") == pytest.approx(45_000)


def test_institutions_are_live(tmp_path: Path) -> None:
    """Two teachers more in house A, written into the file, give what the plan gives with them, house by house."""
    book = tmp_path / "plan.xlsx"
    write_workbook(planned(tmp_path, HOUSES), book)

    def change(workbook: Any) -> None:
        named(workbook, "institutions_house_a_employees_teacher").value = 14

    cells = changed(book, change, tmp_path)
    expected = planned(tmp_path, HOUSES.replace("teacher: 12", "teacher: 14")).as_dict()

    assert result(book, cells, "cost_per_institution") == pytest.approx(expected["standard_institution"]["cost"])
    places = [place for place, formula in formulas(book).items() if "plan_line_share_of_institution_house" in formula]
    assert [cells[place] for place in sorted(places)] == pytest.approx(
        [house["cost"] for house in expected["institutions"]]
    )


def handed(rows: list[list[Any]]) -> list[list[Any]]:
    """Give the rows of the table on the sheet of what goes on to SØM."""
    (top,) = [number for number, row in enumerate(rows) if row[0] == "År"]
    return list(takewhile(lambda row: row[0], rows[top + 1 :]))


def test_what_goes_on_to_som_is_live(tmp_path: Path) -> None:
    """Every number of the rows is a formula; computed again with more participants they sum to the new result."""
    text = with_more(full())
    book = tmp_path / "plan.xlsx"
    write_workbook(planned(tmp_path, text), book)
    written = handed([[cell.value for cell in row] for row in openpyxl.load_workbook(book)["Til SØM"].iter_rows()])

    def change(workbook: Any) -> None:
        named(workbook, "participants_per_course").value = 10

    cells = changed(book, change, tmp_path)
    anew = planned(tmp_path, text.replace("per_course: 8", "per_course: 10")).as_dict()["handover"]
    top = next(int(place[1:]) for (sheet, place), value in cells.items() if sheet == "Til SØM" and value == "År")
    found = [[cells["Til SØM", f"{column}{top + at}"] for column in "DE"] for at in range(1, len(written) + 1)]

    assert all(str(cell).startswith("=") for row in written for cell in row[3:5])
    assert [row[5] for row in written if row[1] == "Drift"] == ["mindst"] * 5
    for row, (cost, each) in zip(anew["rows"], found, strict=True):
        assert (cost, each) == (pytest.approx(row["cost"]), pytest.approx(row["cost_per_participant"]))
    assert sum(float(str(each)) for _, each in found) == pytest.approx(anew["total"]["cost_per_participant"])


def test_a_year_of_operation_goes_on_to_som_live(tmp_path: Path) -> None:
    """The workbook of a scenario with the sheet beside its own computes again, of registrations, staff and courses."""
    books = []
    for name in ("favrskov", "holstebro", "koebenhavn"):
        assessment = assess(PLANS[0].parents[1] / f"{name}.yaml")
        books.append(tmp_path / f"{name}.xlsx")
        write_workbook(assessment, books[-1], beside=handover_of(assessment))

    for book, again in zip(books, recalculated(books, tmp_path / "again"), strict=True):
        assert differences(book, again) == []
        rows = handed([[cell.value for cell in row] for row in openpyxl.load_workbook(book)["Til SØM"].iter_rows()])
        assert [row[1] for row in rows[:2]] == ["Løn", "Øvrige udgifter"]


def test_sensitivities_of_plans_are_live(tmp_path: Path) -> None:
    """One at a time, a grid and a break-even, each computed again."""
    plan = planned(tmp_path, full())
    axes = axes_of(plan, ["wages=0,0.1", "participants.per_course=6,8"])
    answers = [
        one_at_a_time(plan, result="total_cost", share=0.1),
        in_a_grid(plan, axes, results=["total_cost"], share=0.1),
        where_it_breaks_even(plan, ["lines.meal.price"], result="total_cost", target=1_000_000, share=0.1),
    ]
    books = [tmp_path / f"{number}.xlsx" for number in range(len(answers))]
    for book, answer in zip(books, answers, strict=True):
        write_workbook(plan, book, beside=answer)

    for book, again in zip(books, recalculated(books, tmp_path / "again"), strict=True):
        assert len(formulas(book)) > 150
        assert differences(book, again) == []
