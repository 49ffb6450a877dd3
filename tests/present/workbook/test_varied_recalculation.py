"""The workbook's sensitivity, computed again by LibreOffice, gives the engine's numbers and follows its inputs."""

from dataclasses import replace
from pathlib import Path

import openpyxl
import pytest
from hand_scenario import write_hand_scenario
from recalculated import differences, formulas, recalculated, values

from somcost import Assessment, assess
from somcost.analyse.vary.answers import Answers, in_a_grid, one_at_a_time, where_it_breaks_even
from somcost.analyse.vary.axes import axes_of
from somcost.analyse.vary.grid import grid
from somcost.analyse.vary.keys import keys_of
from somcost.analyse.vary.results import asked_results
from somcost.present.workbook import write_workbook

ROOT = Path(__file__).parents[3]
ASKED = {
    "favrskov": (["wages=0,0.1,0.2", "course_size=4,6,8"], ["wages", "parameters.overhead"]),
    "holstebro": (["wages=0,0.1", "participants=8,10"], ["wages", "participants", "participants.per_year"]),
    "jammerbugt": (["parameters.overhead=0.1,0.2", "participants=8,10,12"], ["hours", "parameters.annual_hours_norm"]),
    "koebenhavn": (["hours.phase.opstart=+10%,-10%", "other_expenses=0,+50%"], ["enrolled", "hours"]),
    "thisted": (["wages=0,0.1", "hours=-10%,+10%", "observed_months=12,19"], ["participants.months_each", "wages"]),
}
"""By example, the axes of its grid and the keys to break even; those an example lacks are left out."""

pytestmark = pytest.mark.libreoffice


def answered(assessment: Assessment, name: str) -> Answers:
    """Ask everything at once."""
    (result,) = asked_results(assessment, [])
    axes, keys = ASKED[name]
    known = set(keys_of(assessment))
    table = in_a_grid(
        assessment,
        axes_of(assessment, [axis for axis in axes if axis.partition("=")[0] in known]),
        results=[result, "annual_operating_cost"],
        share=0.1,
    )
    base = assessment.as_dict()["results"][result]
    found = where_it_breaks_even(
        assessment, [key for key in keys if key in known], result=result, target=1.02 * base, share=0.1
    )
    alone = one_at_a_time(assessment, result=result, share=0.1)
    return replace(alone, grid=table.grid, break_even=found.break_even)


@pytest.fixture(scope="module")
def books(tmp_path_factory: pytest.TempPathFactory) -> dict[str, tuple[Path, Path]]:
    """The five examples' workbooks with their sensitivity, as written and as LibreOffice computes them."""
    folder = tmp_path_factory.mktemp("varied")
    written = [folder / f"{name}.xlsx" for name in ASKED]
    for name, path in zip(ASKED, written, strict=True):
        assessment = assess(ROOT / "scenarios" / f"{name}.yaml")
        write_workbook(assessment, path, beside=answered(assessment, name))
    return dict(zip(ASKED, zip(written, recalculated(written, folder), strict=True), strict=True))


@pytest.mark.parametrize("name", ASKED)
def test_every_formula_of_the_sensitivity_gives_its_stored_value(
    name: str, books: dict[str, tuple[Path, Path]]
) -> None:
    """Every formula cell, recalculated, equals its stored value to 1e-9; the grid and the points are formulas."""
    book, again = books[name]
    sheets = {sheet for sheet, _ in formulas(book)}

    assert {"Ét input ad gangen", "Følsomhedstabel", "Følsomhed, regning"} <= sheets
    assert differences(book, again) == []


def test_the_grid_and_break_even_follow_the_workbooks_inputs(tmp_path: Path) -> None:
    """Overhead, a registration and the axis changed in the file give what the engine gives on the same change."""
    assessment = assess(ROOT / "scenarios" / "jammerbugt.yaml")
    axes = axes_of(assessment, ["wages=0,0.1", "participants=8,10"])
    answers = replace(
        in_a_grid(assessment, axes, results=["cost_per_participant"], share=0.1),
        break_even=where_it_breaks_even(
            assessment, ["wages"], result="cost_per_participant", target=504_000, share=0.1
        ).break_even,
    )
    book = tmp_path / "book.xlsx"
    write_workbook(assessment, book, beside=answers)
    workbook = openpyxl.load_workbook(book)
    overhead = workbook.defined_names["parameters_overhead"].attr_text
    sheet, cell = overhead.replace("'", "").replace("$", "").split("!")
    workbook[sheet][cell] = 0.3
    table = workbook["Følsomhedstabel"]
    heads = next(row for row in table.iter_rows() if row[1].value == 8)
    heads[1].value = 9
    edited = tmp_path / "edited.xlsx"
    workbook.save(edited)

    (again,) = recalculated([edited], tmp_path / "again")

    raised = raised_overhead(tmp_path)
    expected = grid(raised, {"wages": [0, 0.1], "participants": [9, 10]}).results["cost_per_participant"]
    computed = values(again)
    first = next(row for row in range(1, 20) if computed.get(("Følsomhedstabel", f"B{row}")) == 9) + 1
    found = [[computed["Følsomhedstabel", f"{column}{first + row}"] for column in "BC"] for row in range(2)]
    assert found == [pytest.approx(row, rel=1e-9) for row in expected.tolist()]
    change = where_it_breaks_even(raised, ["wages"], result="cost_per_participant", target=504_000, share=0.1)
    answer = next(value for (name, place), value in computed.items() if name == "Break-even" and place == "C6")
    assert answer == pytest.approx(change.break_even[0].values[0], rel=1e-9)


def raised_overhead(folder: Path) -> Assessment:
    """Give Jammerbugt's assessment with 30 % overhead, by the scenario's own override."""
    text = (ROOT / "scenarios" / "jammerbugt.yaml").read_text("utf-8")
    text = text.replace("../examples", str(ROOT / "examples"))
    path = folder / "raised.yaml"
    path.write_text(f"{text}\noverrides: {{parameters.overhead: 0.3}}\n", "utf-8")
    return assess(path)


def test_ranges_and_the_alternative_follow_the_workbooks_inputs(tmp_path: Path) -> None:
    """Twice the share either way, a wage and the alternative's cost changed in the file: ends and target follow.

    By hand: 55,000 kr of wages and 5,000 of expenses for twelve. With the leader at 50,000 a month and 500 kr an hour
    wages are 65,000; 20 % more wages 83,000 / 12; the alternative at 9,000 is met where wages are 103,000.
    """
    stated = "uncertainty: {inputs: {hours: {low: -20%, high: 180}}}\n"
    assessment = assess(write_hand_scenario(tmp_path, more=stated))
    alone = one_at_a_time(assessment, result="cost_per_participant", share=0.1)
    target = where_it_breaks_even(assessment, ["wages"], result="cost_per_participant", target=None, share=0.1)
    book = tmp_path / "book.xlsx"
    write_workbook(assessment, book, beside=replace(alone, break_even=target.break_even))
    workbook = openpyxl.load_workbook(book)
    sheet = workbook["Ét input ad gangen"]
    share = next(row[1] for row in sheet.iter_rows() if str(row[0].value).startswith("Ændring op og ned"))
    share.value = 0.2
    put(workbook, "job_groups_leder_monthly_wage_cost", 50_000)
    put(workbook, "alternative_cost_per_year", 9_000)
    edited = tmp_path / "edited.xlsx"
    workbook.save(edited)

    (again,) = recalculated([edited], tmp_path / "again")

    found = openpyxl.load_workbook(again, data_only=True)
    rows = {row[0].value: [cell.value for cell in row] for row in found["Ét input ad gangen"].iter_rows()}
    low, at_high = rows["Månedlig lønomkostning, Leder"][2], rows["Alle lønninger"][6]
    assert (low, at_high) == pytest.approx((40_000, (65_000 * 1.2 + 5_000) / 12))
    assert rows["Timer i alt"][2:5] == pytest.approx([120, 150, 180])
    (answer,) = [row for row in found["Break-even"].iter_rows(values_only=True) if row[0] == "Alle lønninger"]
    assert answer[2:5] == pytest.approx((103_000 / 65_000 - 1, 9_000, 9_000))


def put(workbook: openpyxl.Workbook, name: str, value: float) -> None:
    """Write a value into the cell that has a name."""
    sheet, cell = workbook.defined_names[name].attr_text.replace("'", "").replace("$", "").split("!")
    workbook[sheet][cell] = value


def test_what_comes_in_whole_units_is_not_said_to_follow(tmp_path: Path) -> None:
    """Teams of six: the answers are values to be sought again, steps and jumps stand with their ends."""
    rule = "cost_behaviour: [{match: {kind: wage}, behaves: stepwise, capacity: 6, label: hold}]\n"
    assessment = assess(write_hand_scenario(tmp_path, more=rule))
    asked = [("cost_per_participant", 6_000), ("annual_operating_cost", 87_500), ("annual_operating_cost", 70_000)]
    found = [
        where_it_breaks_even(assessment, ["participants"], result=result, target=target, share=0.1).break_even[0]
        for result, target in asked
    ]
    book = tmp_path / "book.xlsx"
    write_workbook(assessment, book, beside=Answers("cost_per_participant", 0.1, break_even=found))

    workbook = openpyxl.load_workbook(book, data_only=True)["Break-even"]
    rows = [(row[2], row[5]) for row in workbook.iter_rows(values_only=True) if row[0] == "Borgere pr. år"]
    sought = "Fundet af somcost; et input, der skal findes igen, hvis andet ændres."
    by_hand = [each / 6_000 for each in (32_500, 60_000, 87_500, 115_000)]
    assert [told for _, told in rows[:4]] == [sought] * 4
    assert [number for number, _ in rows] == pytest.approx([*by_hand, 6, 12, 18, 12, 18, 12])
    assert rows[9][1] == "Resultatet springer forbi målet her uden at ramme det."
