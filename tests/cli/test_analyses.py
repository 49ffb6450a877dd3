"""The commands that vary, draw, resample and compare: what they print and write, by hand."""

import csv
import json
import re
from pathlib import Path
from typing import Any

import pytest
from hand_scenario import TIME, write_hand_scenario
from typer.testing import CliRunner

from somcost.cli import app

HALF = "variants: {half: {label: Første halvår, window: {start: 2019-01-01, end: 2019-06-30}}}\n"
TWENTY = TIME.replace(",leder,10,", ",leder,20,")
"""Each registration of the leader's is twenty hours: 200 × 400 kr, 40,000 kr more than the ten."""


def run(*arguments: str) -> Any:
    """Run the program, which ends well."""
    result = CliRunner().invoke(app, list(arguments))
    assert result.exit_code == 0, result.stderr
    return result


def rows(text: str, name: str) -> list[list[str]]:
    """Give the cells of the rows that begin so, without bars."""
    lines = [re.sub(r"[░█│]+", "  ", line).strip() for line in text.splitlines()]
    return [re.split(r"\s{2,}", line) for line in lines if line.startswith(name)]


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Work in a folder with the scenario by hand and another in which the leader's hours are doubled."""
    text = write_hand_scenario(tmp_path, more=HALF).read_text("utf-8")
    other = text.replace("id: haand", "id: anden").replace("time.csv", "twenty.csv").replace(HALF, "")
    (tmp_path / "other.yaml").write_text(other, encoding="utf-8")
    (tmp_path / "twenty.csv").write_text(TWENTY, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_each_input_alone() -> None:
    """Wages 10 % down: (49,500 + 5,000) / 12, and up: (60,500 + 5,000) / 12; one more citizen costs 55,000 / 12."""
    said = run("sensitivity", "scenario.yaml", "--round", "1").stdout

    assert rows(said, "Alle lønninger") == [["Alle lønninger", "-10 %", "+10 %", "4.542", "5.458"]]
    assert rows(said, "Marginal, den næste") == [["Marginal, den næste 4.583"]]


def test_two_inputs_at_once() -> None:
    """For six citizens half the wages and all the expenses: (27,500 + 5,000) / 6, and (30,250 + 5,000) / 6."""
    said = run("sensitivity", "scenario.yaml", "--round", "1", "--grid", "wages=0,0.1", "participants=6,12").stdout

    assert rows(said, "0 %") == [["0 %", "5.417", "5.000"]]
    assert rows(said, "+10 %") == [["+10 %", "5.875", "5.458"]]


def test_a_grid_of_three_keys_in_a_file(folder: Path) -> None:
    """A row a cell; the first is 90 % of the hours without expenses: 49,500 / 12."""
    axes = ["wages=0:0.2:0.1", "hours=-10%,+10%", "other_expenses=0,5000"]
    said = run("sensitivity", "scenario.yaml", "--grid", *axes, "--csv", "grid.csv")
    table = list(csv.DictReader((folder / "grid.csv").read_text("utf-8").splitlines()))

    assert said.stdout == ""
    assert len(table) == 3 * 2 * 2
    assert {name: float(cell) for name, cell in table[0].items()} == pytest.approx(
        {"wages": 0, "hours": 135, "other_expenses": 0, "cost_per_participant": 49_500 / 12}
    )


def test_where_it_breaks_even() -> None:
    """The alternative's 7,500 for twelve is 90,000; without expenses 85,000 of wages, which are 55,000 now."""
    said = run("sensitivity", "scenario.yaml", "--break-even", "wages").stdout

    assert "Alle lønninger +54,55 %" in said


def test_what_can_be_varied() -> None:
    """Every key, with its value and unit; nothing else may be asked for at the same time."""
    said = run("sensitivity", "scenario.yaml", "--keys").stdout
    keys = json.loads(run("sensitivity", "scenario.yaml", "--keys", "--json").stdout)["keys"]

    assert rows(said, "parameters.overhead") == [["parameters.overhead", "25 %", "andel"]]
    assert rows(said, "hours.job_group.leder") == [["hours.job_group.leder", "100", "timer"]]
    assert keys[0] == {"key": "wages", "unit": "share", "value": 0}
    assert CliRunner().invoke(app, ["sensitivity", "scenario.yaml", "--keys", "--grid", "wages=0"]).exit_code == 2


def test_how_sure_it_is() -> None:
    """No draw is below 1 kr, none above a million."""
    said = run("simulate", "scenario.yaml", "--draws", "1000", "--budget", "1", "--round", "1").stdout
    never = run("simulate", "scenario.yaml", "--draws", "1000", "--budget", "1000000", "--round", "1").stdout

    assert rows(said, "Sandsynlighed")[0][:2] == ["Sandsynlighed for at overskride 1", "100 %"]
    assert rows(never, "Sandsynlighed")[0][:2] == ["Sandsynlighed for at overskride 1.000.000", "0 %"]
    assert rows(never, "Som beregnet") == [["Som beregnet", "5.000"], ["Som beregnet", "60.000"]]
    assert "Ingen intervaller er angivet" in said


def test_a_simulation_is_the_same_again() -> None:
    """Seed 0 is a seed: byte for byte the same, and another seed is not."""
    again = [run("simulate", "scenario.yaml", "--json", "--seed", seed).stdout for seed in ("0", "0", "1")]

    assert again[0] == again[1] != again[2]


def test_how_much_rests_on_the_months_seen() -> None:
    """The figure itself stands beside its interval; no draw leaves it undefined."""
    said = run("resample", "scenario.yaml", "--round", "1").stdout

    assert rows(said, "Omkostning pr. borger")[0][:2] == ["Omkostning pr. borger", "5.000"]
    assert rows(said, "Trækninger uden") == [["Trækninger uden et defineret tal 0"]]


def test_two_side_by_side() -> None:
    """The 40,000 more are the leader's hours alone: 3,333 a citizen, and nothing else differs."""
    said = run("compare", "scenario.yaml", "other.yaml", "--round", "1").stdout

    assert rows(said, "Omkostning pr. borger ")[0] == ["Omkostning pr. borger", "5.000", "8.333"]
    assert rows(said, "Timer, Leder")[0] == ["Timer, Leder", "100", "200", "+3.333"]
    assert rows(said, "Forskel") == [["Forskel", "+3.333"]]
    assert "Spredning" not in said


def test_a_variant_is_called_by_its_label_whichever_it_is_of() -> None:
    """The second assessment's half year costs 40,000 × 6/10 × 2 + 15,000 × 2 + 3,000 × 2 a year."""
    said = run("compare", "other.yaml", "scenario.yaml", "--round", "1").stdout

    assert rows(said, "Årlige driftsomkostninger, første halvår") == [
        ["Årlige driftsomkostninger, første halvår", "–", "84.000"]
    ]


def test_three_lie_apart(folder: Path) -> None:
    """5,000, 5,000 and 8,333: 6,111 on average and 73,333 / 12 of the sums, the lowest and highest by name."""
    third = (folder / "scenario.yaml").read_text("utf-8").replace("id: haand", "id: tredje")
    (folder / "third.yaml").write_text(third, encoding="utf-8")
    said = run("compare", "scenario.yaml", "other.yaml", "third.yaml", "--round", "1").stdout
    spread = said[said.index("Spredning") :].splitlines()

    assert [re.split(r"\s{2,}", line.strip()) for line in spread[4:6]] == [
        ["Omkostning pr. borger", "6.111", "6.111", "5.000", "8.333", "1.925"],
        ["haand", "anden"],
    ]


def test_budget_and_outturn() -> None:
    """A hundred hours more in the budget's mix are 36,667, and that all are the leader's 3,333."""
    said = run("compare", "scenario.yaml", "other.yaml", "--round", "1", "--variances").stdout

    assert rows(said, "I alt") == [["I alt", "36.667", "0", "3.333", "0"]]
    assert "Tilsammen 40.000" in said


def test_cost_by_site(folder: Path) -> None:
    """The leader's 40,000 are the North's, the others' 15,000 the South's; the expenses belong to no site."""
    lines = TIME.splitlines()
    places = ["site", *("Nord" if ",leder," in line else "Syd" for line in lines[1:])]
    table = [f"{line},{place}" for line, place in zip(lines, places, strict=True)]
    (folder / "time.csv").write_text("\n".join(table) + "\n", encoding="utf-8")
    said = run("sites", "scenario.yaml", "--round", "1").stdout

    assert rows(said, "Nord")[0][:2] == ["Nord", "40.000"]
    assert rows(said, "Syd")[0][:2] == ["Syd", "15.000"]
    assert rows(said, "Ikke oplyst")[0][1:3] == ["0", "5.000"]


@pytest.mark.parametrize(
    "command",
    [
        "sensitivity scenario.yaml",
        "sensitivity scenario.yaml --grid wages=0,0.1 participants=6,12",
        "sensitivity scenario.yaml --grid participants=6,9,12",
        "simulate scenario.yaml --draws 100",
        "compare scenario.yaml other.yaml",
    ],
)
@pytest.mark.parametrize("ending", ["svg", "png"])
def test_pictures_are_written_by_their_ending(command: str, ending: str, folder: Path) -> None:
    """The file is what its ending says."""
    run(*command.split(), "--plot", f"picture.{ending}")

    begins = {"svg": b"<?xml", "png": b"\x89PNG"}[ending]
    assert (folder / f"picture.{ending}").read_bytes().startswith(begins)


@pytest.mark.parametrize(
    "command",
    [
        "simulate scenario.yaml --budget 400.000",
        "simulate scenario.yaml --budget 400,5",
        "simulate scenario.yaml --limit cost_per_participant=45.000",
        "simulate scenario.yaml --limit cost_per_participant",
        "sensitivity scenario.yaml --break-even wages --target 60.000",
        "sensitivity scenario.yaml --break-even wages --target nan",
        "run scenario.yaml --round 7",
        "run scenario.yaml --round 0",
    ],
)
def test_numbers_that_are_none_or_may_be_thousands_are_refused(command: str) -> None:
    """400.000 is four hundred to one reader and four hundred thousand to another; neither is guessed at."""
    result = CliRunner().invoke(app, command.split())

    assert result.exit_code == 2
    assert result.stdout == ""
    assert "Traceback" not in result.stderr


def test_danish_statuses_are_read(folder: Path) -> None:
    """Indskrevet, udskrevet and gennemført are what enrolled, discharged and completed are."""
    citizens = "id,start,end,status\n1,2019-01-01,,Indskrevet\n2,2019-01-01,2019-03-31,udskrevet\n"
    (folder / "citizens.csv").write_text(f"{citizens}3,2019-01-01,2019-06-30,gennemført\n", encoding="utf-8")
    text = (folder / "scenario.yaml").read_text("utf-8").replace("{count: 12, months_each: 4}", "{path: citizens.csv}")
    (folder / "scenario.yaml").write_text(text, encoding="utf-8")
    found = json.loads(run("run", "scenario.yaml", "--json").stdout)["results"]

    assert found["cost_per_discharged"] == pytest.approx(60_000 / 2)
    assert found["cost_per_completed"] == pytest.approx(60_000)


def test_a_target_is_written_with_all_its_digits() -> None:
    """5,458 kr each are ten percent more wages; the heading does not say 5,000."""
    said = run("sensitivity", "scenario.yaml", "--break-even", "wages", "--target", "5458.333333").stdout

    assert "Break-even: Omkostning pr. borger = 5.458,333333 (kr., prisniveau 2019)" in said
    assert rows(said, "Alle lønninger") == [["Alle lønninger +10,00 %"]]


def test_a_target_met_along_a_step_is_told_from_where_to_where(folder: Path) -> None:
    """Teams of six: 87,500 kr pay three, which serve all above twelve up to eighteen."""
    rule = "cost_behaviour: [{match: {kind: wage}, behaves: stepwise, capacity: 6, label: hold}]\n"
    path = folder / "scenario.yaml"
    path.write_text(path.read_text("utf-8") + rule, "utf-8")
    asked = ("sensitivity", "scenario.yaml", "--break-even", "participants", "--result", "annual_operating_cost")

    met = run(*asked, "--target", "87500").stdout
    assert rows(met, "Borgere pr. år") == [["Borgere pr. år overalt fra lige over 12,00 til 18,00"]]
    jumped = run(*asked, "--target", "70000").stdout
    assert rows(jumped, "Borgere pr. år") == [["Borgere pr. år springer forbi ved lige over 12,00"]]


def test_what_is_moved_together_is_said() -> None:
    """Wages, hours, expenses and citizens 10 % either way, the working year not."""
    said = run("sensitivity", "scenario.yaml", "--round", "1").stdout
    together = said[said.index("Flere input ad gangen: Omkostning pr. borger") :]

    assert "Disse input, 10 % op og ned, da intet interval er angivet" in " ".join(together.split())
    assert "Årsnorm" not in together.partition("Gennemsnitlig")[0]


def test_a_result_that_nothing_moves_is_said_so() -> None:
    """The months of the window stand."""
    said = run("sensitivity", "scenario.yaml", "--result", "observed_months").stdout

    assert "Ingen input ændrer det inden for sit interval." in said
    assert "Flere input" not in said


def test_numbers_with_all_digits_are_not_cut() -> None:
    """A wage down by ten percent is 36.000 whole, beside a bar."""
    said = run("sensitivity", "scenario.yaml", "--exact").stdout

    assert "…" not in said


def test_a_large_grid_in_a_file_is_not_printed(folder: Path) -> None:
    """A thousand cells are in the workbook; the terminal stays empty, and nothing is refused."""
    said = run("sensitivity", "scenario.yaml", "--grid", "wages=0:1:0.001", "--xlsx", "grid.xlsx").stdout

    assert said == ""
    assert (folder / "grid.xlsx").exists()


@pytest.mark.parametrize(
    "arguments",
    [
        ("sensitivity", "scenario.yaml", "--grid", "wages=0", "--break-even", "wages"),
        ("sensitivity", "scenario.yaml", "--break-even", "wages", "--csv", "grid.csv"),
        ("sensitivity", "scenario.yaml", "--result", "wage_cost", "--result", "collected_cost"),
        ("simulate", "scenario.yaml", "--limit", "wage_cost=5", "--limit", "results.wage_cost=6"),
    ],
)
def test_what_would_be_passed_over_is_refused(arguments: tuple[str, ...]) -> None:
    """Two questions at once, a file that nothing is written to, a second result, a second limit."""
    assert CliRunner().invoke(app, list(arguments)).exit_code == 2


def test_nothing_is_written_where_a_part_cannot_be(folder: Path) -> None:
    """A picture of three keys is none; then the table is not written either."""
    asked = ["sensitivity", "scenario.yaml", "--grid", "wages=0", "hours=10", "participants=6"]
    refused = CliRunner().invoke(app, [*asked, "--csv", "grid.csv", "--xlsx", "grid.xlsx", "--plot", "grid.svg"])

    assert refused.exit_code == 1
    assert not list(folder.glob("grid.*"))


def test_a_key_may_hold_an_equals_sign() -> None:
    """The activity =Møde is 50 of the hours, all at 300 kr."""
    said = run("sensitivity", "scenario.yaml", "--grid", "hours.activity.=Møde=0,50", "--json").stdout

    found = json.loads(said)["grid"]["results"]["cost_per_participant"]
    assert found == pytest.approx([(40_000 + 5_000) / 12, 5_000])


def test_a_variants_results_stand_in_the_workbook(folder: Path) -> None:
    """The first half-year's cost, varied, is a formula like the rest."""
    asked = ("--result", "variants.half.annual_operating_cost", "--grid", "wages=0,0.1")
    run("sensitivity", "scenario.yaml", *asked, "--xlsx", "half.xlsx")

    assert (folder / "half.xlsx").exists()
