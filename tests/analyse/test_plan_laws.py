"""Laws that hold for every plan, on random plans with every driver, timing and choice."""

import copy
import random
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from second_computation.generate_plan import random_plan, write_plan
from second_computation.plain_plan_units import last_year_to_start

from somcost.model.price_index import StatedPriceLevel
from somcost.pipeline import assess_plan
from somcost.problems import InputProblems, Location

PlainPlan = dict[str, Any]
INDEX = Path(__file__).parents[2] / "assumptions" / "indices" / "oekonomistyrelsen-2024.yaml"
SECTIONS = ("lines", "grants", "saved_expenses")
WAGE_KEYS = ("monthly_wage_cost", "annual_wage_cost", "hourly_wage_cost")
seeds = given(seed=st.integers(0, 100_000))
laws = settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


def found(plan: PlainPlan, assessment: dict[str, Any], folder: Path, *, year: int | None = None) -> dict[str, Any]:
    """Give the figures of a plan, at a price level of its own where one is asked for."""
    level = None if year is None else StatedPriceLevel(Location("test"), year)
    return assess_plan(write_plan(plan, assessment, folder), price_level=level).as_dict()


def cost_of_lines(figures: dict[str, Any]) -> dict[str, float]:
    """Give the cost of each line."""
    return {line["line"]: line["cost"] for line in figures["lines"]}


def results(figures: dict[str, Any]) -> dict[str, float]:
    """Give every result that is defined."""
    return {name: value for name, value in figures["results"].items() if value is not None}


def amounts(plan: PlainPlan) -> list[dict[str, Any]]:
    """Give every line, grant and saved expense."""
    return [line for section in SECTIONS for line in plan.get(section, {}).values()]


def times_with_teams(plan: PlainPlan, line: dict[str, Any]) -> tuple[float, float]:
    """Give the least and the most that a line grows to, as a share, when every team becomes two."""
    in_all = "total" in plan.get("participants", {})
    if line["driver"] in ("intervention", "institution") or (line["driver"] == "participant" and in_all):
        return 1, 1
    if line["driver"] != "employee":
        return 2, 2
    names = [line["employee"]] if "employee" in line else list(plan["employees"])
    by_team = ["per_team" in plan["employees"][name] for name in names]
    if all(by_team):
        return 2, 2
    return (1, 2) if any(by_team) or not in_all else (1, 1)


@laws
@seeds
def test_twice_the_teams_double_what_follows_them_and_nothing_else(tmp_path: Path, seed: int) -> None:
    """Lines of the intervention, institutions and participants in all stay; whole employees at most double."""
    plan, assessment = random_plan(seed)
    twice = copy.deepcopy(plan)
    teams = plan.get("teams", [{"year": 1, "count": 1}])
    twice["teams"] = [{**team, "count": 2 * team["count"]} for team in teams]
    before, after = (cost_of_lines(found(each, assessment, tmp_path)) for each in (plan, twice))
    lines = {name: line for section in SECTIONS for name, line in plan.get(section, {}).items()}

    for name, cost in before.items():
        least, most = times_with_teams(plan, lines[name])
        once = lines[name]["driver"] == "employee" and lines[name]["timing"] == "once" and least < most
        if not once:  # a whole employee fewer in a year may be a new one in the next
            assert least * abs(cost) - 1e-6 <= abs(after[name]) <= most * abs(cost) + 1e-6, name


@laws
@seeds
def test_the_total_is_that_of_the_years_the_categories_and_the_lines(tmp_path: Path, seed: int) -> None:
    """Residual values are deducted once, in the last year; grants and saved expenses are negative lines."""
    figures = found(*random_plan(seed), tmp_path)
    total, residual = figures["results"]["total_cost"], figures["results"]["residual_values"]
    years = sum(year["cost"] for year in figures["years"])
    categories = sum(each["cost"] for each in figures["categories"].values() if each["cost"] is not None)

    assert years == pytest.approx(total, rel=1e-9, abs=1e-6)
    assert categories - residual == pytest.approx(total, rel=1e-9, abs=1e-6)
    assert sum(cost_of_lines(figures).values()) - residual == pytest.approx(total, rel=1e-9, abs=1e-6)


@laws
@seeds
def test_no_more_complete_than_start(tmp_path: Path, seed: int) -> None:
    """Participants who complete are some of those who start; a cost per completed is no less than per participant."""
    plain = results(found(*random_plan(seed), tmp_path))

    if "participants_completed" in plain:
        assert plain["participants_completed"] <= plain["participants_started"]
    if "cost_per_completed" in plain:
        assert abs(plain["cost_per_completed"]) >= abs(plain["cost_per_participant"])


@laws
@seeds
def test_investments_are_worth_no_more_than_was_paid(tmp_path: Path, seed: int) -> None:
    """What lasts is worth between nothing and its price, whatever its lifetime, scrap value and year."""
    plan, assessment = random_plan(seed)
    figures = found(plan, assessment, tmp_path)
    lasting = {name for name, line in plan["lines"].items() if "lifetime" in line}
    paid = sum(cost for name, cost in cost_of_lines(figures).items() if name in lasting)

    assert 0 <= figures["results"]["residual_values"] <= paid + 1e-9


@laws
@seeds
def test_without_interest_the_present_value_is_the_total(tmp_path: Path, seed: int) -> None:
    """Discounted at 0 every year counts whole, the first discounted or not; a cost is negative."""
    plan, assessment = random_plan(seed)
    plan["discounting"] = {"rate": 0, "first_year": ("discounted", "undiscounted")[seed % 2]}
    plain = results(found(plan, assessment, tmp_path))

    assert plain["net_present_value"] == pytest.approx(-plain["total_cost"], rel=1e-9, abs=1e-6)


@laws
@seeds
def test_the_order_of_lines_does_not_matter(tmp_path: Path, seed: int) -> None:
    """Lines, grants, saved expenses, types of employee and teams in another order give the same figures."""
    plan, assessment = random_plan(seed)
    mixed, rng = copy.deepcopy(plan), random.Random(seed)
    for section in ("lines", "grants", "saved_expenses", "employees"):
        if section in mixed:
            mixed[section] = dict(rng.sample(list(mixed[section].items()), len(mixed[section])))
    rng.shuffle(mixed.get("teams", []))
    before, after = (found(each, assessment, tmp_path) for each in (plan, mixed))

    assert results(after) == pytest.approx(results(before), rel=1e-9, abs=1e-6)
    assert cost_of_lines(after) == pytest.approx(cost_of_lines(before), rel=1e-9, abs=1e-6)


@laws
@given(seed=st.integers(0, 100_000), times=st.sampled_from([0.5, 2, 3.25]))
def test_linear_in_prices(tmp_path: Path, seed: int, times: float) -> None:
    """Prices so many times as high make their lines and the residual value so, and leave hours alone."""
    plan, assessment = random_plan(seed)
    dearer = copy.deepcopy(plan)
    for line in amounts(dearer):
        line.update({key: times * line[key] for key in ("price", "scrap_value") if key in line})
    before, after = (found(each, assessment, tmp_path) for each in (plan, dearer))
    priced = {name for section in SECTIONS for name, line in plan.get(section, {}).items() if "price" in line}
    expected = {name: (times if name in priced else 1) * cost for name, cost in cost_of_lines(before).items()}

    assert cost_of_lines(after) == pytest.approx(expected, rel=1e-9, abs=1e-6)
    assert after["results"]["residual_values"] == pytest.approx(
        times * before["results"]["residual_values"], rel=1e-9, abs=1e-6
    )


@laws
@seeds
def test_no_course_begins_too_late_to_finish(tmp_path: Path, seed: int) -> None:
    """Nothing that is bought once for a course falls after year H − D + 1, and a team that starts then is refused."""
    plan, assessment = random_plan(seed)
    plan["intervention"].setdefault("course_length", 0.5)
    line = {"label": "Start", "category": "operation", "driver": "course", "timing": "once", "price": 1}
    plan["lines"] = {"begin": line}
    for section in ("grants", "saved_expenses"):
        plan.pop(section, None)
    last = last_year_to_start(plan)
    years = [year["cost"] for year in found(plan, assessment, tmp_path)["years"]]

    assert years[last - 1] >= 0
    assert sum(years) > 0
    assert not any(years[last:])
    plan["teams"] = [*plan.get("teams", []), {"year": last + 1, "count": 1}]
    with pytest.raises(InputProblems, match="teams-can-finish-a-course"):
        found(plan, assessment, tmp_path)


def risen(series: str, first: int, last: int) -> float:
    """Multiply the published rises from one year to another, or divide by them on the way back."""
    rises = yaml.safe_load(INDEX.read_text("utf-8"))["percent_a_year"]
    product = 1.0
    for year in range(min(first, last) + 1, max(first, last) + 1):
        product *= 1 + rises[year][series] / 100
    return product if last >= first else 1 / product


def in_prices_of(year: int, plan: PlainPlan, assessment: dict[str, Any]) -> tuple[PlainPlan, dict[str, Any]]:
    """Write a plan and its wages as somebody would whose amounts are all of another year."""
    plan, assessment = copy.deepcopy(plan), copy.deepcopy(assessment)
    prices, wages = (risen(series, assessment["price_level"], year) for series in ("consumer_prices", "wages"))
    for line in amounts(plan):
        line.update({key: prices * line[key] for key in ("price", "scrap_value") if key in line})
    for group in assessment["job_groups"].values():
        group.update({key: wages * group[key] for key in WAGE_KEYS if key in group})
    for key, value in plan.get("overrides", {}).items():
        plan["overrides"][key] = wages * value if key.endswith(WAGE_KEYS) else value
    assessment["price_level"] = year
    return plan, assessment


@laws
@given(seed=st.integers(0, 100_000), year=st.integers(1999, 2025))
def test_a_price_level_there_and_back_is_the_identity(tmp_path: Path, seed: int, year: int) -> None:
    """A plan of 2019 brought to another year is the plan written in that year's prices, and that is brought back."""
    plan, assessment = random_plan(seed)
    there, written = found(plan, assessment, tmp_path, year=year), in_prices_of(year, plan, assessment)

    for one, other in (
        (there, found(*written, tmp_path)),
        (found(plan, assessment, tmp_path), back(written, tmp_path)),
    ):
        assert other["price_level"] == one["price_level"]
        assert results(other) == pytest.approx(results(one), rel=1e-9, abs=1e-6)
        assert cost_of_lines(other) == pytest.approx(cost_of_lines(one), rel=1e-9, abs=1e-6)


def back(written: tuple[PlainPlan, dict[str, Any]], folder: Path) -> dict[str, Any]:
    """Give the figures of a plan of another year in prices of 2019."""
    return found(*written, folder, year=2019)
