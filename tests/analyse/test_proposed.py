"""Plans proposed from what was observed: the same numbers give the same annual cost."""

import os
from pathlib import Path

import pytest
from hand_scenario import write_hand_scenario
from second_computation.generate import random_assessment
from second_computation.write import write
from typer.testing import CliRunner

import somcost
from somcost.analyse.assessment import Assessment
from somcost.analyse.planned import PlanAssessment
from somcost.analyse.proposed import proposed_plan
from somcost.cli import app
from somcost.pipeline import assess_plan
from somcost.present.plan_file import PlanFile
from somcost.present.words import Words

SCENARIOS = ("favrskov", "holstebro", "jammerbugt", "koebenhavn", "thisted")
SEEDS = range(60)


def proposed(assessment: Assessment, folder: Path) -> PlanAssessment:
    """Propose a plan, write it, read it again and assess it."""
    text = PlanFile(assessment, proposed_plan(assessment), Words(assessment), folder, years=3).text()
    (folder / "proposed.yaml").write_text(text, "utf-8")
    return assess_plan(folder / "proposed.yaml")


@pytest.mark.parametrize("name", SCENARIOS)
def test_the_examples_annual_cost_comes_again(name: str, tmp_path: Path) -> None:
    """Every year costs the annual operating cost, and the start-up is the scenario's."""
    observed = somcost.assess(f"scenarios/{name}.yaml")
    own, found = observed.as_dict()["results"], proposed(observed, tmp_path).as_dict()

    assert found["years"][1]["cost"] == pytest.approx(own["annual_operating_cost"], rel=1e-9)
    assert found["results"]["steady_state_cost_per_year"] == pytest.approx(own["annual_operating_cost"], rel=1e-9)
    assert found["results"]["start_up_cost"] == pytest.approx(own["start_up_cost"] or 0)


@pytest.mark.parametrize("seed", SEEDS)
def test_any_annual_cost_comes_again(seed: int, tmp_path: Path) -> None:
    """Random assessments: every year after the first costs the annual operating cost, for as many participants."""
    path = write(random_assessment(seed), tmp_path)
    observed = somcost.assess(path)
    own, found = observed.as_dict()["results"], proposed(observed, tmp_path).as_dict()

    for year in found["years"][1:]:
        assert year["cost"] == pytest.approx(own["annual_operating_cost"], rel=1e-9)
    assert found["results"]["steady_state_cost_per_year"] == pytest.approx(own["annual_operating_cost"], rel=1e-9)
    assert found["results"]["start_up_cost"] == pytest.approx(own["start_up_cost"] or 0, rel=1e-9)
    if own["participants_per_year"] is not None:
        started = found["results"]["participants_started"] / len(found["years"])
        assert started == pytest.approx(own["participants_per_year"], rel=1e-9)


def test_seeds_reach_what_plans_are_proposed_from() -> None:
    """Among them are group courses, staff alone, start-up, and costs that are fixed, variable and stepwise."""
    assessments = [random_assessment(seed) for seed in SEEDS]
    rules = {rule["behaves"] for one in assessments for rule in one["cost_behaviour"]}

    assert rules == {"fixed", "variable", "stepwise"}
    assert any(one["courses"] for one in assessments)
    assert any(one["time_registrations"] is None for one in assessments)
    assert any(one["start_up"] for one in assessments)


def test_hours_of_each_citizen_by_hand(tmp_path: Path) -> None:
    """100 hours of a leader for twelve citizens a year are 8⅓ each; 5,000 kr of expenses stay as they are."""
    found = proposed_plan(somcost.assess(write_hand_scenario(tmp_path)))
    operation = [line for line in found.lines if line.category == "operation"]
    leader, *_ = [line for line in operation if line.of == "leder"]

    assert found.participants == 12
    assert (leader.driver, leader.beside) == ("participant", "Samtale")
    assert leader.hours == pytest.approx(100 / 12)
    assert sum(line.price or 0 for line in operation) == pytest.approx(5_000)
    assert {line.driver for line in operation if line.price} == {"team"}


def test_another_price_level_goes_along(tmp_path: Path) -> None:
    """A scenario in prices of 2023 becomes a plan in prices of 2023, expenses of 2018 and all."""
    path = write_hand_scenario(tmp_path, more="price_level: {year: 2023}\noverrides: {parameters.overhead: 0.3}")
    rows = "date,amount,category,price_year\n2019-02-01,3000,Kørsel,2018\n2019-12-31,2000,,\n"
    (tmp_path / "expenses.csv").write_text(rows, "utf-8")
    observed = somcost.assess(path)
    found = proposed(observed, tmp_path).as_dict()

    assert found["price_level"] == 2023
    assert found["years"][1]["cost"] == pytest.approx(observed.as_dict()["results"]["annual_operating_cost"], rel=1e-9)


def test_from_the_command_line(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The file names its assumptions from where it lies; another folder than the scenario's."""
    (tmp_path / "a").mkdir()
    (tmp_path / "b").mkdir()
    write_hand_scenario(tmp_path / "a")
    monkeypatch.chdir(tmp_path)
    written = CliRunner().invoke(app, ["plan", "from", "a/scenario.yaml", "--out", "b/plan.yaml", "--years", "2"])
    shown = CliRunner().invoke(app, ["plan", "from", "a/scenario.yaml", "--lang", "en"])

    assert written.exit_code == 0, written.stderr
    assert f'assumptions: "..{os.sep}a{os.sep}hand.yaml"' in Path("b/plan.yaml").read_text("utf-8")
    assert len(assess_plan("b/plan.yaml").as_dict()["years"]) == 2
    assert shown.stdout.startswith("# Proposed from the scenario haand")
    assert CliRunner().invoke(app, ["plan", "from", "a/scenario.yaml", "--out", "b/plan.txt"]).exit_code == 2
    assert CliRunner().invoke(app, ["plan", "from", "a/scenario.yaml", "--out", "a/scenario.yaml"]).exit_code == 1
