"""What the sheets show and what may be changed on them, read back cell by cell."""

from pathlib import Path
from typing import Any

import openpyxl
from hand_scenario import write_hand_scenario

from somcost import assess
from somcost.present.json import json_text
from somcost.present.ledger_table import write_ledger
from somcost.present.workbook import write_workbook

INPUT_FILL = "FFFFF8DC"
STAFF = "full_time_staff: [{start: 2019-01, end: 2019-12, job_group: leder, fte: 2}]\n"


def book_of(scenario: Path, folder: Path) -> Any:
    """Write a scenario's workbook and read it."""
    path = folder / "book.xlsx"
    write_workbook(assess(scenario), path)
    return openpyxl.load_workbook(path)


def cells(sheet: Any) -> list[Any]:
    """Give all cells of a sheet."""
    return [cell for row in sheet.iter_rows() for cell in row]


def test_dates_of_the_window_are_no_inputs(tmp_path: Path) -> None:
    """The months of the calculation stand by them: overhead may be changed in the file, the window may not."""
    sheet = book_of(write_hand_scenario(tmp_path), tmp_path)["Forudsætninger"]
    filled = {cell.coordinate: cell.fill.fgColor.rgb == INPUT_FILL for cell in cells(sheet)}
    (overhead,) = [cell.row for cell in cells(sheet) if cell.value == "Overhead"]
    (first,) = [cell.row for cell in cells(sheet) if cell.value == "Periodens første dag"]

    assert filled[f"B{overhead}"]
    assert not filled[f"B{first}"]


def test_months_in_a_gap_read_as_a_dash(tmp_path: Path) -> None:
    """Of a month without an observed day nothing is known, so that its 0 is shown as what it is not."""
    scenario = write_hand_scenario(tmp_path)
    gap = "window: {start: 2019-01-01, end: 2019-12-31, gaps: [{start: 2019-11-01, end: 2019-11-30, reason: syg}]}"
    scenario.write_text(
        scenario.read_text("utf-8").replace("window: {start: 2019-01-01, end: 2019-12-31}", gap), "utf-8"
    )
    sheet = book_of(scenario, tmp_path)["Beregning"]
    rules = [rule for area in sheet.conditional_formatting for rule in area.rules]

    assert len(rules) == 3
    assert {rule.dxf.numFmt.formatCode for rule in rules} == {'"–";"–";"–"'}


def test_staff_alone_stands_once(tmp_path: Path) -> None:
    """Without registrations the staff's estimate is the result, not a second one under the same name."""
    scenario = write_hand_scenario(tmp_path, more=STAFF, without="time_registrations")
    book = book_of(scenario, tmp_path)
    headings = [cell.value for cell in cells(book["Overblik"]) if cell.value == "Fuldtidsansatte"]

    assert headings == ["Fuldtidsansatte"]


def test_employees_have_the_same_running_number_everywhere(tmp_path: Path) -> None:
    """Who has number 1 in the workbook has number 1 in the ledger, also where a row names nobody."""
    scenario = write_hand_scenario(tmp_path)
    time = tmp_path / "time.csv"
    lines = time.read_text("utf-8").splitlines()
    time.write_text("\n".join([lines[0], lines[1].replace("m17", ""), *lines[2:]]) + "\n", "utf-8")
    sheet = book_of(scenario, tmp_path)["Tidsregistreringer"]
    (column,) = [cell.column for cell in sheet[4] if cell.value == "Medarbejder"]
    numbers = [sheet.cell(row, column).value for row in range(5, 20)]
    write_ledger(assess(scenario), tmp_path / "lines.csv")
    ledger = [line.split(",") for line in (tmp_path / "lines.csv").read_text("utf-8").splitlines()]
    employee = ledger[0].index("employee")
    of_ledger = [line[employee] for line in ledger[1:16]]

    assert [number or "" for number in numbers] == of_ledger
    assert of_ledger[:2] == ["", "1"]


def test_the_estimator_of_the_headline_is_said(tmp_path: Path) -> None:
    """The JSON's manifest names it, the workbook's first sheet says it in words; without courses there is none."""
    courses = assess("scenarios/favrskov.yaml")
    write_workbook(courses, tmp_path / "book.xlsx")
    texts = [cell.value for cell in cells(openpyxl.load_workbook(tmp_path / "book.xlsx")["Overblik"])]

    assert '"headline": "mean_of_ratios"' in json_text(courses)
    assert any(str(text).startswith("Omkostningen pr. barn/ung er gennemsnittet") for text in texts)
    assert '"headline": null' in json_text(assess("scenarios/jammerbugt.yaml"))


def test_a_title_longer_than_a_header_is_shortened(tmp_path: Path) -> None:
    """The print keeps its header, and no warning of the library reaches the user."""
    scenario = write_hand_scenario(tmp_path)
    text = scenario.read_text("utf-8")
    scenario.write_text(text.replace("title: Regnet i hånden", f"title: {'lang ' * 60}"), "utf-8")
    book = book_of(scenario, tmp_path)

    assert book["Overblik"].oddHeader.left.text.startswith("lang lang")
