"""The workbook's sensitivity, computed again by LibreOffice, gives the engine's numbers and follows its inputs."""

from dataclasses import replace
from pathlib import Path

import openpyxl
import pytest
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
        write_workbook(assessment, path, answers=answered(assessment, name))
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
    write_workbook(assessment, book, answers=answers)
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
