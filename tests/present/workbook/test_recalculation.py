"""The workbook is computed again by LibreOffice: its formulas give the engine's numbers, and follow their inputs."""

import csv
import shutil
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from recalculated import differences, formulas, recalculated, values
from second_computation.generate import random_assessment
from second_computation.write import write

from somcost import assess
from somcost.analyse.assessment import Assessment
from somcost.present.workbook import write_workbook

ROOT = Path(__file__).parents[3]
NAMES = ("favrskov", "holstebro", "jammerbugt", "koebenhavn", "thisted")

pytestmark = pytest.mark.libreoffice


@pytest.fixture(scope="module")
def books(tmp_path_factory: pytest.TempPathFactory) -> dict[str, tuple[Path, Path]]:
    """The five examples' workbooks, as written and as LibreOffice computes them."""
    folder = tmp_path_factory.mktemp("books")
    written = [folder / f"{name}.xlsx" for name in NAMES]
    for name, path in zip(NAMES, written, strict=True):
        write_workbook(assess(ROOT / "scenarios" / f"{name}.yaml"), path)
    return dict(zip(NAMES, zip(written, recalculated(written, folder), strict=True), strict=True))


@pytest.mark.parametrize("name", NAMES)
def test_every_formula_gives_its_stored_value(name: str, books: dict[str, tuple[Path, Path]]) -> None:
    """Every formula cell, recalculated, equals its stored value to 1e-9."""
    book, again = books[name]

    assert len(formulas(book)) > 1_000
    assert differences(book, again) == []


@pytest.mark.parametrize("name", NAMES)
def test_results_stand_as_formulas_with_the_engines_numbers(name: str, books: dict[str, tuple[Path, Path]]) -> None:
    """Every figure of the JSON's results stands on the sheet of results as a formula that computes it."""
    book, again = books[name]
    results = assess(ROOT / "scenarios" / f"{name}.yaml").as_dict()["results"]
    computed = values(again)
    shown = [computed[place] for place in formulas(book) if place[0] == "Resultater" and place[1].startswith("C")]

    for key, expected in results.items():
        if expected is not None:
            assert any(expected == pytest.approx(value, rel=1e-9) for value in shown), key


def test_a_wrong_stored_value_is_caught(tmp_path: Path) -> None:
    """The comparison is worth its name: a stored value made wrong by hand differs from what LibreOffice computes."""
    book = tmp_path / "thisted.xlsx"
    write_workbook(assess(ROOT / "scenarios" / "thisted.yaml"), book)
    spoilt = tmp_path / "spoilt.xlsx"
    with zipfile.ZipFile(book) as old, zipfile.ZipFile(spoilt, "w") as new:
        for item in old.namelist():
            content = old.read(item)
            if item == "xl/worksheets/sheet1.xml":
                assert b"</f><v>" in content
                content = content.replace(b"</f><v>", b"</f><v>7", 1)
            new.writestr(item, content)

    (again,) = recalculated([spoilt], tmp_path / "again")

    assert len(differences(spoilt, again)) == 1


def changed(book: Path, change: Callable[[Any], None], folder: Path) -> dict[tuple[str, str], object]:
    """Change inputs inside a workbook, recalculate it, and give its values."""
    workbook = openpyxl.load_workbook(book)
    change(workbook)
    edited = folder / "edited.xlsx"
    workbook.save(edited)
    (again,) = recalculated([edited], folder / "again")
    return values(again)


def named(workbook: Any, name: str) -> Any:
    """Give the cell of a defined name."""
    ((sheet, cell),) = workbook.defined_names[name].destinations
    return workbook[sheet][cell.replace("$", "")]


def result(book: Path, cells: dict[tuple[str, str], object], name: str) -> object:
    """Give the value of a named result."""
    cell = named(openpyxl.load_workbook(book), name)
    return cells[cell.parent.title, cell.coordinate]


def copied_example(folder: Path) -> Path:
    """Copy Jammerbugt's scenario and data."""
    for part in ("scenarios", "examples/jammerbugt"):
        shutil.copytree(ROOT / part, folder / part)
    return folder / "scenarios" / "jammerbugt.yaml"


def test_the_workbook_follows_its_inputs(tmp_path: Path) -> None:
    """Overhead, a wage, a registration and a citizen's last day changed in the file give what the engine gives."""
    book = tmp_path / "book.xlsx"
    write_workbook(assess(ROOT / "scenarios" / "jammerbugt.yaml"), book)

    def change(workbook: Any) -> None:
        named(workbook, "parameters_overhead").value = 0.15
        named(workbook, "job_groups_paedagog_monthly_wage_cost").value = 40_000
        sheet = workbook["Tidsregistreringer"]
        (hours,) = [cell for cell in sheet[4] if cell.value == "Timer"]
        sheet.cell(5, hours.column).value = 9.75
        citizens = workbook["Borgere"]
        (start,) = [cell for cell in citizens[4] if cell.value == "Første dag"]
        citizens.cell(5, start.column).value = 43_191

    cells = changed(book, change, tmp_path)
    expected = changed_engine(tmp_path).as_dict()["results"]

    for key in ("collected_cost", "annual_operating_cost", "cost_per_participant", "months_each"):
        assert result(book, cells, key if "_" in key else f"som_{key}") == pytest.approx(expected[key], rel=1e-9), key
    assert cells["Overblik", named(openpyxl.load_workbook(book), "checks_master").coordinate] == (
        "FEJL – se arket Kontrol"  # the hours no longer are those that were read
    )


def changed_engine(folder: Path) -> Assessment:
    """Run the engine on the same changes."""
    scenario = copied_example(folder)
    text = scenario.read_text("utf-8")
    overrides = "overrides: {parameters.overhead: 0.15, job_groups.paedagog.monthly_wage_cost: 40000}\n"
    scenario.write_text(text + overrides, "utf-8")
    data = folder / "examples" / "jammerbugt"
    edit(data / "time_registrations.csv", "hours", "9,75", delimiter=";")
    edit(data / "citizens.csv", "start", "2018-04-01", delimiter=";")
    return assess(scenario)


def edit(path: Path, column: str, value: str, *, delimiter: str) -> None:
    """Change a column of the first row of a CSV file."""
    with path.open(encoding="utf-8", newline="") as file:
        rows = list(csv.reader(file, delimiter=delimiter))
    rows[1][rows[0].index(column)] = value
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file, delimiter=delimiter).writerows(rows)


TRICKY = ("=1+1", "a*", "ab", "A*", "<5", "1", "01", "2018-03", "møde", "Møde", "~x", "?x", "+45", "@sum", "x" * 300)


def test_names_that_formulas_could_mistake_are_told_apart(tmp_path: Path) -> None:
    """Wild cards, comparisons, numbers, dates and upper case in users' words add up as the engine adds them up."""
    shutil.copytree(ROOT / "tests" / "errors" / "_base", tmp_path, dirs_exist_ok=True)
    rows = [f"2018-03-{day:02};paedagog;{day}.5;{word};{word}" for day, word in enumerate(TRICKY, start=1)]
    (tmp_path / "time.csv").write_text("date;job_group;hours;activity;phase\n" + "\n".join(rows) + "\n", "utf-8")
    book = tmp_path / "book.xlsx"
    write_workbook(assess(tmp_path / "scenario.yaml"), book)
    (again,) = recalculated([book], tmp_path / "again")

    assert differences(book, again) == []
    assert not any(formula.startswith(("=1+1", "@")) for formula in formulas(book).values())


def test_a_workbook_of_monthly_sums_gives_the_same_results(tmp_path: Path) -> None:
    """Above the row limit the sheet holds monthly sums, says so, and leads to the same figures."""
    book = tmp_path / "sums.xlsx"
    assessment = assess(ROOT / "scenarios" / "koebenhavn.yaml")
    write_workbook(assessment, book, row_limit=1_000)
    (again,) = recalculated([book], tmp_path / "again")
    cells = values(again)

    assert differences(book, again) == []
    assert "Månedssummer af 7184 rækker" in str(cells["Tidsregistreringer", "A3"])
    annual = assessment.as_dict()["results"]["annual_operating_cost"]
    assert result(book, cells, "annual_operating_cost") == pytest.approx(annual, rel=1e-9)


def test_workbooks_of_random_assessments_compute(tmp_path: Path) -> None:
    """Whatever an assessment holds, its workbook is written, and every formula gives its stored value."""
    books = []
    for seed in range(12):
        folder = tmp_path / str(seed)
        folder.mkdir()
        books.append(tmp_path / f"{seed}.xlsx")
        write_workbook(assess(write(random_assessment(seed), folder)), books[-1])

    found = {
        book.name: differences(book, again)
        for book, again in zip(books, recalculated(books, tmp_path / "again"), strict=True)
    }

    assert found == {book.name: [] for book in books}
