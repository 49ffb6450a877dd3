"""Investments paid as an annuity: hand figures, and what such a payment is and is not."""

from pathlib import Path

import pytest
from analyse.test_planned import figures
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from somcost.analyse.vary.variation import Variation
from somcost.pipeline import assess_plan

MACHINE = """
intervention: {{horizon: {horizon}}}
teams: {teams}
lines:
  machine: {{label: Machine, category: investment, driver: team, timing: once, price: 50000, scrap_value: 5000,
    lifetime: {life}, annuity_rate: {rate}}}
"""


def machine(*, horizon: int = 12, life: int = 10, rate: float = 0.025, teams: str = "[{year: 1, count: 1}]") -> str:
    """Write a plan that buys a machine for every team."""
    return MACHINE.format(horizon=horizon, life=life, rate=rate, teams=teams)


def test_an_annuity_is_paid_each_year_of_its_life(tmp_path: Path) -> None:
    """50,000 with 5,000 left after 10 years at 2.5 %: 5,266.644 in each of ten years, then nothing."""
    years = [year["cost"] for year in figures(tmp_path, machine())["years"]]

    assert years == pytest.approx([*[5_266.644] * 10, 0, 0], abs=5e-4)


def test_without_interest_it_is_the_straight_line(tmp_path: Path) -> None:
    """(50,000 - 5,000) / 8 = 5,625 a year."""
    found = figures(tmp_path, machine(horizon=8, life=8, rate=0))

    assert [year["cost"] for year in found["years"]] == pytest.approx([5_625] * 8)
    assert found["results"]["residual_values"] == 0


def test_purchases_of_several_years_are_paid_beside_each_other(tmp_path: Path) -> None:
    """One team from year 1 and two from year 3, three years of payments: 1, 1, 3, 2, 2 payments of 15,000."""
    found = figures(tmp_path, machine(horizon=5, life=3, rate=0, teams="[{year: 1, count: 1}, {year: 3, count: 2}]"))

    assert [year["cost"] for year in found["years"]] == pytest.approx([15_000, 15_000, 45_000, 30_000, 30_000])


def test_only_purchases_of_the_named_years_are_paid(tmp_path: Path) -> None:
    """Bought in year 3 alone: nothing for the team of year 1."""
    text = machine(horizon=5, life=3, rate=0, teams="[{year: 1, count: 1}, {year: 3, count: 2}]")
    found = figures(tmp_path, text.replace("lifetime:", "years: [3], lifetime:"))

    assert [year["cost"] for year in found["years"]] == pytest.approx([0, 0, 30_000, 30_000, 30_000])


def test_a_payment_is_a_cost_of_every_year_not_of_the_start(tmp_path: Path) -> None:
    """It recurs: a year in steady operation holds it, the start-up does not."""
    found = figures(tmp_path, machine(horizon=5, life=5, rate=0))["results"]

    assert (found["steady_state_cost_per_year"], found["start_up_cost"]) == (pytest.approx(9_000), 0)


@settings(max_examples=20, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(rate=st.floats(0, 0.2), life=st.integers(1, 40))
def test_all_payments_are_worth_the_price_less_what_is_left(tmp_path: Path, rate: float, life: int) -> None:
    """Payments at the end of each year, brought to the start at their own rate, with the scrap value, are the price."""
    found = figures(tmp_path, machine(horizon=life, life=life, rate=rate))
    worth = sum(year["cost"] / (1 + rate) ** (number + 1) for number, year in enumerate(found["years"]))

    assert worth + 5_000 / (1 + rate) ** life == pytest.approx(50_000)


def test_the_rate_can_be_varied(tmp_path: Path) -> None:
    """At 0 % the same plan costs what it costs when it says 0 %, and at 2.5 % what it costs as calculated."""
    path = tmp_path / "plan.yaml"
    figures(tmp_path, machine(horizon=8, life=8))
    variation = Variation(assess_plan(path), ["lines.machine.annuity_rate"])

    assert variation.at({"lines.machine.annuity_rate": [0.0]}, ["total_cost"])["total_cost"][0] == pytest.approx(45_000)
