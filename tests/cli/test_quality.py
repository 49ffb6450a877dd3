"""somcost quality: what it prints, its JSON and its sheet, for the scenario by hand with doubtful rows."""

import json
import re
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from hand_scenario import TIME, write_hand_scenario
from quality_files import DROP
from typer.testing import CliRunner

from somcost.cli import app

DAYS = 12
EXTRA = """\
2018-12-31,leder,7.5,m17,Samtale,start,ja
2019-01-04,leder,4,m17,Samtale,start,nej
2019-02-07,medarbejder,1.5,m4,Møde,slut,nej
2019-02-07,medarbejder,1.5,m4,Møde,slut,nej
"""


def run(*arguments: str) -> str:
    """Run the program, which ends well."""
    result = CliRunner().invoke(app, list(arguments))
    assert result.exit_code == 0, result.stderr
    return result.stdout


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Work in a folder with the scenario by hand: a row too early, a day of 14 hours, a row twice."""
    write_hand_scenario(tmp_path, more=DROP)
    (tmp_path / "time.csv").write_text(TIME + EXTRA, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def cells(text: str, name: str) -> list[str]:
    """Give the cells of the first line that begins so."""
    line = next(each.strip() for each in text.splitlines() if each.strip().startswith(name))
    return re.split(r"\s{2,}", line)


def test_the_first_line_says_what_to_look_at() -> None:
    """Employee 2 and the group are silent from June to October; a long day, a row twice, and a row aside."""
    said = " ".join(run("quality", "scenario.yaml").split())

    assert "Se nærmere på:" in said
    assert "pludselige ophør og sene starter (2)" in said
    assert "usædvanlige timer (1), rækker, der er ens i alle kolonner (1)" in said
    assert "årsager til udeladte rækker (1)" in said
    assert "Nothing" not in run("quality", "scenario.yaml", "--lang", "en")


def test_each_part_stands_in_danish() -> None:
    """14 hours on 4 January; lines 19 and 20 alike; 19 rows of 150 + 14.5 hours."""
    said = run("quality", "scenario.yaml")

    assert cells(said, "Lang dag") == ["Lang dag: medarbejder nr. 1", "time.csv: 2", "2019-01-04", "14", "2"]
    assert "time.csv: 19, 20" in said
    assert cells(said, "Indlæst ")[-2:] == ["19", "164,5"]


@pytest.mark.parametrize("language", ["da", "en"])
def test_no_id_leaves_the_files(folder: Path, language: str) -> None:
    """Neither m17 nor m4 stands in the terminal, the JSON or any sheet, nor does a line outgrow the page."""
    said = run("quality", "scenario.yaml", "--lang", language, "--xlsx", "book.xlsx")
    told = run("quality", "scenario.yaml", "--json")
    book: Any = openpyxl.load_workbook(folder / "book.xlsx")
    written = [str(cell.value) for sheet in book for row in sheet.iter_rows() for cell in row]

    assert not re.search(r"\bm(17|4)\b", "\n".join([said, told, *written]))
    assert max(map(len, said.splitlines())) <= 80


def test_json_has_every_part_by_plain_keys() -> None:
    """The keys of the JSON, and the account: 150 hours and 14.5 more, of which 7.5 lie before the window."""
    found: dict[str, Any] = json.loads(run("quality", "scenario.yaml", "--json"))

    parts = ("findings", "coverage", "far_months", "stops", "outliers", "duplicates", "resting", "account")
    assert list(found)[4:12] == list(parts)
    time = found["account"][0]
    assert (time["rows"], time["amount"], time["costed_amount"]) == (19, 164.5, 157)
    assert time["set_aside"] == [
        {"reason": "outside_window", "rows": 1, "amount": 7.5, "first": [{"file": "time.csv", "line": 17}]}
    ]
    assert found["outliers"]["days"]["above"] == DAYS
    assert found["far_months"]["rule"] == {"deviations": 3.5, "least_share": 0.25, "fewest": 6, "least_days": 7}


def test_the_sheet_stands_in_the_workbook_of_a_run(folder: Path) -> None:
    """Hours costed are the sum of the sheet of registrations, and what is read less all others is a formula."""
    run("run", "scenario.yaml", "--xlsx", "run.xlsx")
    sheet: Any = openpyxl.load_workbook(folder / "run.xlsx")["Datakvalitet"]
    rows = [[cell.value for cell in row] for row in sheet.iter_rows()]
    kept: Any = openpyxl.load_workbook(folder / "run.xlsx", data_only=True)["Datakvalitet"]
    values = [[cell.value for cell in row] for row in kept.iter_rows()]
    at = next(number for number, row in enumerate(rows) if row[0] == "Indlæst")

    assert values[at][2:4] == [19, 164.5]
    assert values[at + 1][2:4] == [18, 157]
    assert str(rows[at + 1][3]) == "=SUM(registration_hours)"
    assert values[at + 2][:4] == ["Udeladt: uden for perioden", "time.csv: 17", 1, 7.5]
    assert str(rows[at + 3][3]).startswith("=")
    assert values[at + 3][3] == 0


def test_nothing_to_look_at_is_said(folder: Path) -> None:
    """Ten hours a month of one group, expenses with a price year: there is nothing to look at."""
    months = [f"2019-{month:02}-04,leder,10,m17,Samtale,start,ja" for month in range(1, 13)]
    header = TIME.splitlines()[0]
    (folder / "time.csv").write_text("\n".join([header, *months]) + "\n", encoding="utf-8")
    (folder / "expenses.csv").write_text("date,amount,price_year\n2019-02-01,3000,2019\n", encoding="utf-8")

    assert "Intet skiller sig ud" in run("quality", "scenario.yaml")
    assert json.loads(run("quality", "scenario.yaml", "--json"))["findings"] == {}


def test_an_output_is_no_input(folder: Path) -> None:
    """A workbook's name ends in .xlsx, and it does not overwrite what is read."""
    result = CliRunner().invoke(app, ["quality", "scenario.yaml", "--xlsx", str(folder / "book.csv")])

    assert result.exit_code == 2


def test_staff_alone_has_no_hours_to_look_at(folder: Path) -> None:
    """Without registrations nothing is known of hours, and that is said; the expenses are accounted for."""
    staff = "full_time_staff: [{start: 2019-01, end: 2019-12, job_group: leder, fte: 1}]\n"
    write_hand_scenario(folder, more=staff, without="time_registrations")
    said = run("quality", "scenario.yaml", "--xlsx", "book.xlsx")
    book: Any = openpyxl.load_workbook(folder / "book.xlsx", data_only=True)

    assert said.count("vides ikke, ingen timer er registreret") == 5
    assert cells(said, "Indlæst") == ["Indlæst", "2", "5.000"]
    assert any(row[0].value == "Indlæst" and row[3].value == 5_000 for row in book["Datakvalitet"].iter_rows())
