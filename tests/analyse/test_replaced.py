"""Saved expenses that are the cost of the intervention replaced, assessed from its own file."""

import json
import os
from pathlib import Path

import pytest
from analyse.test_planned import HEAD, planned
from typer.testing import CliRunner

from somcost import assess
from somcost.analyse.compare.comparison import compare
from somcost.cli import app
from somcost.model.price_index import StatedPriceLevel
from somcost.model.scenario import Stated
from somcost.pipeline import assess_plan
from somcost.problems import InputProblems, Location

THISTED = Path(__file__).parents[2] / "scenarios" / "thisted.yaml"


def replacing(other: Path, result: str = "cost_per_participant", *, beside: Path) -> str:
    """Write a plan of six participants a year for five years that replaces another intervention."""
    return f"""
intervention: {{horizon: 5, course_length: 1}}
participants: {{per_team: 6}}
lines:
  running: {{label: A, category: operation, driver: team, timing: yearly, price: 300000}}
saved_expenses:
  before: {{label: B, driver: participant, timing: once, scenario: {os.path.relpath(other, beside)}, result: {result}}}
"""


def test_a_replaced_scenario_saves_what_it_costs(tmp_path: Path) -> None:
    """Thirty families at Thisted's own cost per family (Table 8-5: 67,000), a line of its own, never netted away."""
    plan = planned(tmp_path, replacing(THISTED, beside=tmp_path)).as_dict()
    each = assess(THISTED).as_dict()["results"]["cost_per_participant"]

    assert each == pytest.approx(67_000, abs=500)
    assert plan["results"]["saved_expenses"] == pytest.approx(-30 * each)
    assert plan["results"]["gross_cost"] == 1_500_000
    assert plan["results"]["total_cost"] == pytest.approx(1_500_000 - 30 * each)


def test_a_replaced_scenario_comes_to_the_plans_price_level(tmp_path: Path) -> None:
    """Its wages go by wages, its expenses by prices, as in its own assessment at that level."""
    level = StatedPriceLevel(Location("test"), 2023)
    planned(tmp_path, replacing(THISTED, beside=tmp_path))
    found = assess_plan(tmp_path / "plan.yaml", price_level=level).as_dict()["results"]
    each = assess(THISTED, price_level=level).as_dict()["results"]["cost_per_participant"]

    assert found["saved_expenses"] == pytest.approx(-30 * each)


def test_a_replaced_plan_saves_its_cost_a_year(tmp_path: Path) -> None:
    """A plan may replace a plan: 1,000 kr. a year in each of five years."""
    (tmp_path / "before.yaml").write_text(
        HEAD + "intervention: {horizon: 1}\nlines:\n"
        "  it: {label: A, category: operation, driver: team, timing: yearly, price: 1000}\n",
        "utf-8",
    )
    text = replacing(tmp_path / "before.yaml", "mean_cost_per_year", beside=tmp_path)
    text = text.replace("driver: participant, timing: once", "driver: intervention, timing: yearly")

    assert planned(tmp_path, text).as_dict()["results"]["saved_expenses"] == -5_000


def test_the_line_says_where_its_price_is_from(tmp_path: Path) -> None:
    """The price knows the other's title, file and result; the manifest names the other's files."""
    plan = planned(tmp_path, replacing(THISTED, beside=tmp_path))
    stated = plan.costing.givens.made("saved_expenses.before.price")

    assert stated is not None
    assert isinstance(stated.provenance, Stated)
    assert "thisted.yaml: cost_per_participant" in stated.provenance.source
    assert {"thisted.yaml", "../examples/thisted/citizens.csv"} <= {file.name for file in plan.inputs.files}


def test_a_comparison_at_another_level_is_the_run_at_that_level(tmp_path: Path) -> None:
    """What is saved is assessed at the level too; in the library a plan that was not is refused, never half brought."""
    planned(tmp_path, replacing(THISTED, beside=tmp_path))
    path = str(tmp_path / "plan.yaml")
    compared = CliRunner().invoke(app, ["compare", path, path, "--price-level", "2023", "--json"])
    ran = CliRunner().invoke(app, ["run", path, "--price-level", "2023", "--json"])
    total = json.loads(ran.stdout)["results"]["total_cost"]

    assert [each["results"]["total_cost"] for each in json.loads(compared.stdout)["comparison"]["assessments"]] == [
        pytest.approx(total),
        pytest.approx(total),
    ]
    with pytest.raises(InputProblems, match="replaced-costs-come-at-their-level"):
        compare([assess_plan(path), assess_plan(path)], price_level=2023)
