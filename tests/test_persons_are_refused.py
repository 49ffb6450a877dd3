"""A scenario whose own files hold numbers that identify a person is refused, with places and without the numbers."""

from pathlib import Path

import pytest
from person_numbers import parted, person_number
from typer.testing import CliRunner

from somcost.cli import app

SCENARIO = """\
schema: somcost/scenario@1
id: persons
title: Numbers of persons
assumptions: som-2019
window: {start: 2018-01-01, end: 2018-12-31}
time_registrations: time.csv
expenses: expenses.csv
participants: {path: citizens.csv}
"""
FILES = {
    "time": "date;job_group;hours;employee;activity;phase;case;site;course\n",
    "expenses": "date;amount;category;phase;site;course\n",
    "citizens": "id;start;site\n",
}
ROWS = {
    "time": {"date": "2018-05-01", "job_group": "paedagog", "hours": "7,5"},
    "expenses": {"date": "2018-05-01", "amount": "100"},
    "citizens": {"id": "b", "start": "2018-05-01"},
}
COMMANDS = ("run", "check", "quality", "explain", "ledger")
WORDS = [(name, key) for name, text in FILES.items() for key in text.strip().split(";") if key not in ROWS[name]]
WORDS += [("citizens", "id")]


def scenario(folder: Path, cells: dict[tuple[str, str, int], str] | None = None, rows: int = 4) -> Path:
    """Write a scenario of three tables; `cells` are put into a table's column in a row."""
    for name, header in FILES.items():
        lines = [header]
        for row in range(rows):
            keys = header.strip().split(";")
            own = {**ROWS[name], "id": f"b{row}"} if name == "citizens" else ROWS[name]
            lines.append(";".join((cells or {}).get((name, key, row), own.get(key, "")) for key in keys) + "\n")
        (folder / f"{name}.csv").write_text("".join(lines), "utf-8")
    (folder / "scenario.yaml").write_text(SCENARIO, "utf-8")
    return folder / "scenario.yaml"


def refused(path: Path, number: str, *, command: str = "run", more: tuple[str, ...] = ()) -> str:
    """Run a command that must refuse and write nothing; give what it says, with no digit of the number's last four."""
    before = {each.name for each in path.parent.iterdir()}
    out = str(path.parent / "out.csv")
    own = {"explain": ["cost_per_participant"], "ledger": ["--out", out]}.get(command, [])
    result = CliRunner().invoke(app, [command, str(path), *own, *more])

    assert result.exit_code == 1, result.output
    assert result.stdout == ""
    assert number[6:] not in result.stderr
    assert number[:6] not in result.stderr
    assert {each.name for each in path.parent.iterdir()} == before
    return result.stderr


def test_a_scenario_without_them_runs(tmp_path: Path) -> None:
    """Numbers of cases, dates with counts and telephones are none, so that the refusals say something."""
    cells = {
        ("time", "case", 0): "2018-0042",
        ("time", "case", 1): "2019012345",
        ("time", "activity", 2): "Ring +45 12 34 56 78",
        ("expenses", "category", 0): "Faktura 4210-0001",
        ("expenses", "category", 1): f"Faktura {parted(person_number(1, valid=False), ' ')}",
    }
    assert CliRunner().invoke(app, ["run", str(scenario(tmp_path, cells))]).exit_code == 0


@pytest.mark.parametrize(("table", "key"), WORDS)
def test_every_column_of_words_is_looked_through(table: str, key: str, tmp_path: Path) -> None:
    """By each command; the message names the column, the first cell and the lines."""
    number = person_number(3)
    cells = {(table, key, row): f"Hos {parted(number)}, {row}. gang" for row in (1, 3)}
    path = scenario(tmp_path, cells)
    column = FILES[table].strip().split(";").index(key) + 1

    for command in COMMANDS:
        said = refused(path, number, command=command)
        assert f"{table}.csv:3:{column}: {key}: cells of the column hold CPR numbers (lines 3, 5);" in said
        assert "[tables-hold-no-cpr-numbers]" in said
        assert said.count("[tables-") == 1


@pytest.mark.parametrize("form", ["{}", "{} ", "Sag{}", "Besøg hos {} i dag"])
def test_one_without_a_hyphen_is_refused_where_modulus_11_holds(form: str, tmp_path: Path) -> None:
    """Ten digits alone, in a text and glued to a word."""
    number = person_number(5)
    said = refused(scenario(tmp_path, {("time", "activity", 2): form.format(number)}), number)

    assert "time.csv:4:5: activity: the cell holds a CPR number; they are never shown" in said


@pytest.mark.parametrize("engine", ["rows", "duckdb"])
@pytest.mark.parametrize("key", ["employee", "activity", "case", "site"])
def test_an_engine_refuses_them_with_the_same_words(key: str, engine: str, tmp_path: Path) -> None:
    """In columns that are summed by, and in those that are not."""
    number = person_number(7)
    cells = {("time", key, row): f"hos {parted(number)}" for row in range(20, 28)}
    said = refused(scenario(tmp_path, cells, rows=40), number, more=("--engine", engine, "--no-cache"))

    assert "time.csv:22:" in said
    assert f"{key}: cells of the column hold CPR numbers (lines 22, 23, 24, 25, 26 and 3 more); they" in said
    assert said.count("[tables-") == 1


def test_other_faults_beside_them_do_not_show_them(tmp_path: Path) -> None:
    """A cell that cannot be read is quoted without the number."""
    number = person_number(9)
    cells = {("time", "hours", 0): f"7 {parted(number)}", ("expenses", "amount", 0): parted(number, " ")}
    said = refused(scenario(tmp_path, cells), number)

    assert '"7 [CPR]" is not' in said
    assert said.count("[CPR]") == 2


@pytest.mark.parametrize(
    "text",
    ["notes: ['Talt med {}']\n", "title: Hos {}\n", "overrides: {{'{}': 1}}\n", "expenses: '{}.csv'\n"],
)
def test_texts_of_a_scenario_hold_none(text: str, tmp_path: Path) -> None:
    """Its title, notes, keys and the names of its files go into the report."""
    number = person_number(15)
    path = scenario(tmp_path)
    key = text.partition(":")[0]
    kept = "".join(line for line in SCENARIO.splitlines(keepends=True) if not line.startswith(f"{key}:"))
    path.write_text(kept + text.format(parted(number)), "utf-8")

    assert "[texts-hold-no-cpr-numbers]" in refused(path, number)
