"""The commands: what they print, what they write, how they end."""

import json
from pathlib import Path
from typing import Any

import jsonschema
import openpyxl
import pytest
import yaml
from hand_scenario import ASSUMPTIONS, write_hand_scenario
from typer.testing import CliRunner

import somcost
from somcost.cli import app
from somcost.problems import InputProblems


def run(*arguments: str) -> Any:
    """Run the program."""
    return CliRunner().invoke(app, list(arguments))


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Work in a folder with the scenario that a pocket calculator can follow."""
    write_hand_scenario(tmp_path)
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_run_prints_tables_and_warns_apart() -> None:
    """Tables go to standard output, the two months without hours to standard error."""
    result = run("run", "scenario.yaml")

    assert result.exit_code == 0
    assert "Omkostninger (kr., prisniveau 2019, afrundet til 1.000)" in result.stdout
    assert "Regnet i hånden [kontrol]" in result.stdout
    assert "observed-months-have-hours" not in result.stdout
    assert result.stderr.startswith("warning: scenario.yaml:7:17: window: no hours are registered in 2019-11, 2019-12")


def test_run_rounds_as_asked_for() -> None:
    """The cost per month, 1,250, to the krone; a change of 10 % gives 5,458.33 each, or all its digits."""
    assert "1.250" in run("run", "scenario.yaml", "--round", "1").stdout
    assert "5.458,33333333333" in run("run", "scenario.yaml", "--exact").stdout
    assert "Cost per citizen" in run("run", "scenario.yaml", "--lang", "en").stdout


def test_json_is_all_that_stands_on_standard_output() -> None:
    """It parses, and holds unrounded numbers."""
    result = run("run", "scenario.yaml", "--json")

    assert json.loads(result.stdout)["results"]["cost_per_participant"] == 5_000
    assert "warning" in result.stderr


def test_json_and_workbook_work_together(folder: Path) -> None:
    """The workbook is written beside the JSON, and holds formulas."""
    result = run("run", "scenario.yaml", "--json", "--xlsx", "ud.xlsx")
    book = openpyxl.load_workbook(folder / "ud.xlsx")

    assert json.loads(result.stdout)["scenario"] == "haand"
    assert any(cell.data_type == "f" for sheet in book for row in sheet.iter_rows() for cell in row)


def test_explain_prints_a_derivation() -> None:
    """Formula and numbers of the figure named."""
    result = run("explain", "scenario.yaml", "cost_per_participant")

    assert result.exit_code == 0
    assert "Årlige driftsomkostninger / Borgere pr. år" in result.stdout
    assert "Annual operating cost" in run("explain", "scenario.yaml", "cost_per_participant", "--lang", "en").stdout


def test_an_unknown_key_ends_with_1() -> None:
    """The nearest is suggested on standard error."""
    result = run("explain", "scenario.yaml", "parameters.overhaed")

    assert (result.exit_code, result.stdout) == (1, "")
    assert "Near to it: parameters.overhead" in result.stderr


def test_check_counts_warnings() -> None:
    """Nothing is computed; the verdict is one line."""
    assert run("check", "scenario.yaml").stdout == "scenario.yaml: no problems, 1 warning\n"


def test_check_tells_problems(folder: Path) -> None:
    """Every problem of the stage, each with its place; exit code 1."""
    text = (folder / "time.csv").read_text("utf-8").replace("leder,10", "chef,10").replace("medarbejder", "lærling")
    (folder / "time.csv").write_text(text, encoding="utf-8")
    result = run("check", "scenario.yaml")

    assert result.exit_code == 1
    assert 'time.csv:2:2: job_group: "chef"' in result.stderr
    assert 'time.csv:12:2: job_group: "lærling"' in result.stderr


@pytest.mark.parametrize("ending", ["csv", "xlsx", "parquet"])
def test_ledger_writes_the_lines(folder: Path, ending: str) -> None:
    """The ending decides the format; standard output stays empty."""
    result = run("ledger", "scenario.yaml", "--out", f"linjer.{ending}")

    assert (result.exit_code, result.stdout) == (0, "")
    assert (folder / f"linjer.{ending}").stat().st_size > 0


@pytest.mark.parametrize(
    "arguments",
    [
        ["run"],
        ["run", "scenario.yaml", "--round", "0"],
        ["run", "scenario.yaml", "--lang", "sv"],
        ["run", "scenario.yaml", "--xlsx", "ud.ods"],
        ["ledger", "scenario.yaml", "--out", "linjer.txt"],
        ["ledger", "scenario.yaml"],
        ["schema", "plans"],
        ["no-such-command"],
    ],
)
def test_wrong_usage_ends_with_2(folder: Path, arguments: list[str]) -> None:
    """Nothing is written."""
    before = sorted(folder.iterdir())

    assert run(*arguments).exit_code == 2
    assert sorted(folder.iterdir()) == before


@pytest.mark.parametrize("output", ["time.csv", "./expenses.csv", "../{folder}/time.csv"])
def test_an_input_is_never_overwritten(folder: Path, output: str) -> None:
    """However its path is written."""
    before = {each.name: each.read_bytes() for each in folder.iterdir()}
    result = run("ledger", "scenario.yaml", "--out", output.format(folder=folder.name))

    assert result.exit_code == 1
    assert "outputs-are-no-inputs" in result.stderr
    assert {each.name: each.read_bytes() for each in folder.iterdir()} == before


def test_an_output_that_cannot_be_written_leaves_standard_output_empty() -> None:
    """Exit code 1, the message on standard error, no half result."""
    result = run("run", "scenario.yaml", "--json", "--xlsx", "missing/ud.xlsx")

    assert (result.exit_code, result.stdout) == (1, "")
    assert "output-can-be-written" in result.stderr


def test_init_writes_a_scenario_that_runs_as_it_is() -> None:
    """Without a warning, in a folder made for it, and only once."""
    first = run("init", "nyt/sted")
    result = run("run", "nyt/sted/scenario.yaml")
    again = run("init", "nyt/sted")

    assert first.stdout == "Next: somcost run nyt/sted/scenario.yaml\n"
    assert (result.exit_code, result.stderr) == (0, "")
    assert (again.exit_code, again.stdout) == (1, "")
    assert "nyt/sted/scenario.yaml: is there already [files-are-not-overwritten]" in again.stderr


def test_init_writes_a_plan_that_runs_as_it_is() -> None:
    """Beside a scenario in the same folder, too; never over a plan that is there."""
    run("init", "nyt")
    first = run("init", "nyt", "--plan")
    again = run("init", "nyt", "--plan")

    assert (first.exit_code, first.stdout) == (0, f"Next: somcost run {Path('nyt', 'plan.yaml')}\n")
    assert run("check", "nyt/plan.yaml").stdout == "nyt/plan.yaml: no problems, no warnings\n"
    assert run("run", "nyt/plan.yaml").exit_code == 0
    assert (again.exit_code, "is there already" in again.stderr) == (1, True)


def test_init_in_the_place_of_a_file_is_told() -> None:
    """A file is no folder."""
    result = run("init", "time.csv")

    assert result.exit_code == 1
    assert "output-can-be-written" in result.stderr


@pytest.mark.parametrize(("kind", "path"), [("scenario", "scenario.yaml"), ("assumptions", "hand.yaml")])
def test_schemas_accept_what_the_program_accepts(folder: Path, kind: str, path: str) -> None:
    """An editor that checks by the schema finds no fault in a sound file."""
    schema = json.loads(run("schema", kind).stdout)
    written = yaml.load((folder / path).read_text("utf-8"), Loader=yaml.BaseLoader)  # noqa: S506 - texts only
    jsonschema.Draft202012Validator.check_schema(schema)

    assert set(written) <= set(schema["properties"])


def test_published_sets_are_listed() -> None:
    """With title, price level and how many job groups."""
    assert "som-2019" in run("assumptions", "list").stdout


def test_a_set_is_shown_by_id_or_path() -> None:
    """The published rate of a social worker is 381.75 kr."""
    assert "381,75" in run("assumptions", "show", "som-2019").stdout
    assert "350" in run("assumptions", "show", "./hand.yaml").stdout


def test_two_sets_are_compared() -> None:
    """A social worker is not in the other set."""
    result = run("assumptions", "diff", "som-2019", "hand.yaml")

    assert "job_groups.socialraadgiver.monthly_wage_cost" in result.stdout
    assert "fjernet" in result.stdout


def test_a_set_is_checked(folder: Path) -> None:
    """A sound one in a line, a faulty one with its places and exit code 1."""
    (folder / "faulty.yaml").write_text(ASSUMPTIONS.replace("source: loen}", "source: lon}", 1), encoding="utf-8")

    assert run("assumptions", "check", "hand.yaml").stdout == "hand.yaml: no problems\n"
    assert run("assumptions", "check", "faulty.yaml").exit_code == 1
    assert "[sources-are-listed]" in run("assumptions", "check", "faulty.yaml").stderr


def test_an_unknown_set_is_told() -> None:
    """The nearest published one is suggested."""
    result = run("assumptions", "show", "som-2018")

    assert result.exit_code == 1
    assert "som-2019" in result.stderr


def test_the_version_is_the_packages() -> None:
    """One line."""
    assert run("--version").stdout == f"somcost {somcost.__version__}\n"


def test_every_command_says_what_it_does() -> None:
    """No command or option is without help, and no line of it is cut short."""
    text = run("--help").stdout

    for command in ("run", "explain", "check", "ledger", "assumptions", "init", "schema"):
        assert f"  {command} " in text
        assert run(command, "--help").exit_code == 0
    assert "..." not in text.partition("Commands:")[2]
    assert "--install-completion" in text


def test_init_leaves_nothing_of_a_failed_start(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where the third file cannot be written the first two go too, so that the next try can begin."""
    from somcost.present import files  # noqa: PLC0415 - the function that is made to fail

    write, count = files.write_atomically, 0

    def failing(path: Path, content: Any) -> None:
        nonlocal count
        count += 1
        if count == 3:
            raise InputProblems([files.output_can_be_written(path, "No space left on device")])
        write(path, content)

    monkeypatch.setattr(files, "write_atomically", failing)
    assert run("init", "ny").exit_code == 1
    assert list((folder / "ny").iterdir()) == []
    monkeypatch.undo()
    monkeypatch.chdir(folder)
    assert run("init", "ny").exit_code == 0


def test_every_command_that_assesses_warns() -> None:
    """Who only asks for one figure, or for the lines, is told what is doubtful too."""
    for arguments in (["explain", "scenario.yaml", "wage_cost"], ["ledger", "scenario.yaml", "--out", "linjer.csv"]):
        assert "[observed-months-have-hours]" in run(*arguments).stderr


def test_endings_may_be_in_capitals(folder: Path) -> None:
    """A file named on another system is written all the same."""
    assert run("run", "scenario.yaml", "--xlsx", "UD.XLSX").exit_code == 0
    assert run("ledger", "scenario.yaml", "--out", "LINJER.CSV").exit_code == 0
    assert {"UD.XLSX", "LINJER.CSV"} <= {each.name for each in folder.iterdir()}


def test_a_workbook_never_overwrites_the_one_it_was_read_from(folder: Path) -> None:
    """Hours from a workbook, and a result that is asked for under its name."""
    book = openpyxl.Workbook()
    for cells in (["date", "job_group", "hours"], ["2019-01-04", "leder", 10]):
        book.worksheets[0].append(cells)
    book.save(folder / "time.xlsx")
    write_hand_scenario(folder, without="time_registrations", more="time_registrations: time.xlsx\n")
    before = (folder / "time.xlsx").read_bytes()
    result = run("run", "scenario.yaml", "--xlsx", "time.xlsx")

    assert result.exit_code == 1
    assert "[outputs-are-no-inputs]" in result.stderr
    assert (folder / "time.xlsx").read_bytes() == before


@pytest.mark.parametrize(
    ("arguments", "danish", "english"),
    [
        (["assumptions", "list"], "Forudsætningssæt", "Assumption sets"),
        (["assumptions", "show", "./hand.yaml"], "Stillingsgruppe", "Job group"),
        (["assumptions", "diff", "som-2019", "./hand.yaml"], "fjernet", "removed"),
    ],
    ids=["list", "show", "diff"],
)
def test_assumptions_are_told_in_the_language_asked_for(arguments: list[str], danish: str, english: str) -> None:
    """Danish unless English is asked for."""
    assert danish in run(*arguments).stdout
    assert english in run(*arguments, "--lang", "en").stdout


def test_a_workbook_is_in_the_language_asked_for(folder: Path) -> None:
    """Its first sheet is the summary, or overblikket."""
    for language, name in {"da": "Overblik", "en": "Summary"}.items():
        run("run", "scenario.yaml", "--lang", language, "--xlsx", f"{language}.xlsx")

        assert openpyxl.load_workbook(folder / f"{language}.xlsx").sheetnames[0] == name


def test_init_on_a_full_disk_is_told(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """No half-written sample stays, and no traceback is shown."""

    def fail(_: Path, place: Path) -> None:
        place.write_bytes(b"halv")
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("somcost.cli.init._copy", fail)
    result = run("init", "nyt")

    assert result.exit_code == 1
    assert "[output-can-be-written]" in result.stderr
    assert list((folder / "nyt").iterdir()) == []


def test_check_tells_its_warnings() -> None:
    """What is counted on standard output stands in full on standard error."""
    assert "warning: scenario.yaml:7:17: window: no hours are registered" in run("check", "scenario.yaml").stderr


def test_a_comparison_goes_from_the_first_set_to_the_second(folder: Path) -> None:
    """A wage of 44,000 in the second is 10 % more than the 40,000 of the first."""
    other = ASSUMPTIONS.replace("monthly_wage_cost: 40000", "monthly_wage_cost: 44000").replace("id: hand", "id: other")
    (folder / "other.yaml").write_text(other, encoding="utf-8")

    assert "+10 %" in run("assumptions", "diff", "./hand.yaml", "./other.yaml").stdout
