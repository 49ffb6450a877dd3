"""`somcost handover`: a table, CSV in Danish form, JSON and the workbook, all of one trace."""

import csv
import io
import json
from pathlib import Path

import pytest
from analyse.test_handover import MORE, SMALL
from analyse.test_planned import HEAD
from typer.testing import CliRunner

from somcost.cli import app

SCENARIOS = Path(__file__).parents[2] / "scenarios"


@pytest.fixture
def plan(tmp_path: Path) -> Path:
    """Write a plan of 56 participants at 10,790 kr, and 210 kr of time that nobody pays."""
    path = tmp_path / "plan.yaml"
    path.write_text(HEAD + SMALL.replace("grants:", MORE.strip("\n") + "\ngrants:"), "utf-8")
    return path


def said(*arguments: str | Path) -> str:
    """Run the command and give what it prints."""
    result = CliRunner().invoke(app, ["handover", *map(str, arguments)])
    assert result.exit_code == 0, (result.stderr, result.exception)
    return result.stdout


def read(path: Path) -> list[dict[str, str]]:
    """Give the rows of a file that a Danish Excel opens."""
    data = path.read_bytes()
    assert data.startswith(b"\xef\xbb\xbf")
    return list(csv.DictReader(io.StringIO(data.decode("utf-8-sig")), delimiter=";"))


def number(cell: str) -> float:
    """Read a Danish number; what is not known is an empty cell and counts nothing here."""
    return float(cell.replace(",", ".")) if cell else 0.0


def test_the_csv_sums_to_the_plan(plan: Path, tmp_path: Path) -> None:
    """All rows sum to total and to cost per participant, unrounded, with level and denominators in each of them."""
    said(plan, "--out", tmp_path / "out.csv")
    rows = read(tmp_path / "out.csv")
    head = ["Indsats", "År", "Kategori", "Betaler", "kr.", "kr. pr. borger", "Forbehold", "Prisniveau"]

    assert list(rows[0])[:8] == head
    assert sum(number(row["kr."]) for row in rows) == pytest.approx(11_000)
    assert sum(number(row["kr. pr. borger"]) for row in rows) == pytest.approx(11_000 / 56)
    assert {(row["Prisniveau"], row["Borgere, der starter"], row["Borgere, der gennemfører"]) for row in rows} == {
        ("2019", "56", "42")
    }
    assert {row["Betaler"] for row in rows} == {"ikke angivet"}


def test_the_csv_has_danish_numbers_and_no_zero_for_what_is_not_known(plan: Path, tmp_path: Path) -> None:
    """1,000 kr over 56 is 17,857…; a category without a number is empty, and the reservation says why."""
    said(plan, "--out", tmp_path / "out.csv")
    cells = {(row["År"], row["Kategori"]): row for row in read(tmp_path / "out.csv")}

    assert cells["1", "Forberedelse"]["kr. pr. borger"] == "17,857142857142858"
    assert cells["1", "Tilskud"]["kr."] == "-800"
    assert cells["3", "Restværdi"]["kr."] == "-16500"
    unknown = cells["1", "Uddannelse af medarbejdere"]
    assert (unknown["kr."], unknown["kr. pr. borger"], unknown["Forbehold"]) == ("", "", "ikke opgjort")
    assert cells["2", "Drift"]["Forbehold"] == "mindst"


def test_no_text_of_the_csv_is_a_formula(plan: Path, tmp_path: Path) -> None:
    """A title that a spreadsheet would compute is written as text, and negative numbers stay numbers."""
    plan.write_text(plan.read_text("utf-8").replace("title: Plan", 'title: "=1+1"'), "utf-8")
    said(plan, "--out", tmp_path / "out.csv")
    rows = read(tmp_path / "out.csv")

    assert {row["Indsats"] for row in rows} == {"'=1+1"}
    assert min(number(row["kr."]) for row in rows) == -16_500


def test_the_json_is_that_of_the_run(plan: Path) -> None:
    """The same branch, with the record of the assessment."""
    run = CliRunner().invoke(app, ["run", str(plan), "--json"])
    found = json.loads(said(plan, "--json"))

    assert found["handover"] == json.loads(run.stdout)["handover"]
    assert found["manifest"]["checks"]["handover"] is True


def test_the_terminal_says_what_must_be_known(plan: Path) -> None:
    """That it is at least, whose years they are, what has no number, what nobody pays, and that no payer is known."""
    text = " ".join(said(plan, "--round", "1").split())

    for words in (
        "Videre til SØM: Plan kr., prisniveau 2019, afrundet til 1",
        "≥ mindst",
        "– ikke opgjort",
        "Årene er planens og følger ikke den enkeltes start: Der starter borgere i 3 af dem.",
        "Et forløb varer højst et år",
        "Ikke opgjort: R, S.",
        "210 kr. tid eller materialer, som ingen betaler",
        "Betaler er ikke angivet",
        "ikke tilbagediskonteret",
        "≥196",
    ):
        assert words in text, words


def test_an_observed_scenario_in_english() -> None:
    """A year of operation: wages and other expenses make the cost per family."""
    text = " ".join(said(SCENARIOS / "jammerbugt.yaml", "--lang", "en", "--round", "1000").split())

    assert "A year of operation 360,000 8,000 368,000" in text


def test_another_price_level_goes_on(tmp_path: Path) -> None:
    """368,000 kr of 2019 are 393,000 of 2023, and the level says so."""
    said(SCENARIOS / "jammerbugt.yaml", "--price-level", "2023", "--out", tmp_path / "out.csv")
    rows = read(tmp_path / "out.csv")

    assert {row["Prisniveau"] for row in rows} == {"2023"}
    assert round(sum(number(row["kr. pr. familie"]) for row in rows), -3) == 393_000


@pytest.mark.parametrize("name", ["out.txt", "out.parquet", "out"])
def test_a_file_of_another_kind_is_wrong_usage(plan: Path, name: str, tmp_path: Path) -> None:
    """The name of the file says what it is."""
    result = CliRunner().invoke(app, ["handover", str(plan), "--out", str(tmp_path / name)])

    assert result.exit_code == 2
    assert not (tmp_path / name).exists()
