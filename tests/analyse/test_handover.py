"""What goes on to SØM: by hand on small plans, sums that hold for all, and a year of operation as it was observed."""

from pathlib import Path
from typing import Any

import pytest
from analyse.test_planned import full, planned
from hand_scenario import write_hand_scenario
from hypothesis import given
from hypothesis import strategies as st

from somcost import assess
from somcost.analyse.assessment import Assessment, plain
from somcost.analyse.handover.handover import handover_of
from somcost.analyse.planned import PlanAssessment
from somcost.problems import InputProblems

SCENARIOS = Path(__file__).parents[2] / "scenarios"
SMALL = """
intervention: {horizon: 3, course_length: 1}
participants: {per_course: 8, completion_rate: 0.75}
teams: [{year: 1, count: 2}, {year: 3, count: 1}]
lines:
  plan: {label: A, category: preparation, driver: intervention, timing: once, price: 1000}
  round: {label: B, category: operation, driver: course, timing: once, price: 70}
  screen: {label: C, category: investment, driver: team, timing: once, price: 9000, lifetime: 6}
grants:
  grant: {label: D, driver: team, timing: once, price: 400}
"""
BY_HAND = {
    "1": {"preparation": 1_000, "operation": 2 * 70, "investment": 2 * 9_000, "grant": -800},
    "2": {"preparation": 0, "operation": 2 * 70, "investment": 0, "grant": 0},
    "3": {"preparation": 0, "operation": 3 * 70, "investment": 9_000, "grant": -400, "residual_value": -16_500},
}
"""Two screens are used three years of six (2 × 4,500 left), one is used one year (7,500 left)."""


def handed(assessment: Any) -> dict[str, Any]:
    """Give the hand-over of an assessment as plain data."""
    return dict(plain(handover_of(assessment).tree))


def test_every_year_and_category_by_hand(tmp_path: Path) -> None:
    """16 + 16 + 24 = 56 start: each cost is over the 56, the residual value on a row of its own."""
    found = handed(planned(tmp_path, SMALL))
    expected = {(year, name): cost for year, costs in BY_HAND.items() for name, cost in costs.items()}

    assert {(row["year"], row["category"]): row["cost"] for row in found["rows"]} == expected
    for row in found["rows"]:
        assert row["cost_per_participant"] == pytest.approx(row["cost"] / 56)
    assert [row["cost"] for row in found["years"]] == [18_340, 140, -7_690]
    assert [row["participants_started"] for row in found["years"]] == [16, 16, 24]
    assert found["total"]["cost"] == 10_790
    assert found["total"]["cost_per_participant"] == pytest.approx(10_790 / 56)
    assert found["total"]["cost_per_completed"] == pytest.approx(10_790 / 42)
    assert found["denominators"] == {"participants_started": 56, "participants_completed": 42}


def test_it_says_price_level_years_and_that_no_payer_is_known(tmp_path: Path) -> None:
    """Years are the plan's; participants start in all three; nothing is discounted; no payer is invented."""
    found = handed(planned(tmp_path, SMALL + "discounting: {schedule: finansministeriet-2021}\n"))

    assert (found["price_level"], found["years_of"], found["discounted"]) == (2019, "plan", False)
    assert found["participants_start_in"] == ["1", "2", "3"]
    assert {row["payer"] for row in found["rows"]} == {None}
    assert found["total"]["cost"] == 10_790


def test_years_are_those_of_the_participants_where_all_start_at_once(tmp_path: Path) -> None:
    """With a number in all, everybody starts in the first year of the calendar."""
    text = SMALL.replace("per_course: 8", "total: 40").replace("horizon: 3", "horizon: 3, first_year: 2024")

    assert handed(planned(tmp_path, text))["participants_start_in"] == ["2024"]


@pytest.mark.parametrize("horizon", [1, 3, 5])
def test_rows_years_and_total_agree(tmp_path: Path, horizon: int) -> None:
    """The rows of a year sum to the year, the years to the total, per participant as in all."""
    plan = planned(tmp_path, full(horizon=horizon, teams="[{year: 1, count: 2}]"))
    found = handed(plan)

    for key in ("cost", "cost_per_participant"):
        for year in found["years"]:
            rows = [row[key] for row in found["rows"] if row["year"] == year["year"]]
            assert sum(rows) == pytest.approx(year[key])
        assert sum(year[key] for year in found["years"]) == pytest.approx(found["total"][key])
    assert found["total"]["cost"] == plan.as_dict()["results"]["total_cost"]
    assert found["total"]["cost_per_participant"] == plan.as_dict()["results"]["cost_per_participant"]
    assert plan.as_dict()["handover"] == found


MORE = """
  rooms: {label: R, category: operation, driver: team, timing: yearly, years: [2], not_quantified: lent}
  course: {label: S, category: training, driver: intervention, timing: once, not_quantified: not known}
  help: {label: T, category: operation, driver: course, timing: once, price: 30, in_kind: true}
"""


@pytest.fixture
def unknown(tmp_path: Path) -> PlanAssessment:
    """Give a plan that holds lines without a number, and one that nobody pays."""
    return planned(tmp_path, SMALL.replace("grants:", MORE.strip("\n") + "\ngrants:"))


def test_what_is_not_quantified_is_said_where_it_may_fall(unknown: PlanAssessment) -> None:
    """At least in the year and category of the line; a category without any number has none, and is no zero."""
    found = handed(unknown)
    rows = {row["id"]: row for row in found["rows"]}

    assert [rows[f"operation.{year}"]["bound"] for year in (1, 2, 3)] == ["", "at least", ""]
    assert (rows["training.1"]["cost"], rows["training.1"]["bound"]) == (None, "not quantified")
    assert rows["training.1"]["cost_per_participant"] is None
    assert (found["total"]["bound"], rows["grant.1"]["bound"]) == ("at least", "")
    assert [each["line"] for each in found["not_quantified"]] == ["rooms", "course"]


def test_a_grant_without_a_number_leaves_the_most_it_can_cost(tmp_path: Path) -> None:
    """What is deducted of it is not known, so that the total is at most what is shown."""
    text = SMALL.replace(
        "  grant: {label: D, driver: team, timing: once, price: 400}",
        "  grant: {label: D, driver: team, timing: once, not_quantified: applied for}",
    )
    found = handed(planned(tmp_path, text))

    assert found["total"]["bound"] == "at most"
    assert {row["bound"] for row in found["rows"] if row["category"] == "grant"} == {"not quantified"}


def test_what_nobody_pays_is_told(unknown: PlanAssessment) -> None:
    """Seven courses at 30 kr are part of the cost and no public expense."""
    assert handed(unknown)["in_kind"] == [{"line": "help", "cost": 210}]


def test_a_plan_without_participants_is_not_handed_over(tmp_path: Path) -> None:
    """Its cost stands in the JSON of a run, without a cost per participant."""
    plan = planned(tmp_path, SMALL.replace("participants: {per_course: 8, completion_rate: 0.75}\n", ""))

    with pytest.raises(InputProblems, match="handover-has-participants"):
        handover_of(plan)
    assert plan.as_dict()["handover"]["rows"][0]["cost"] == 1_000
    assert plan.as_dict()["handover"]["rows"][0]["cost_per_participant"] is None


@pytest.mark.parametrize("name", ["jammerbugt", "favrskov", "holstebro", "thisted"])
def test_a_year_of_operation_as_it_was_observed(name: str) -> None:
    """Wages and other expenses sum to the annual cost and to the cost per participant; the start-up stands beside."""
    assessment = assess(SCENARIOS / f"{name}.yaml")
    found, results = handed(assessment), assessment.as_dict()["results"]
    parts = [row for row in found["rows"] if row["category"] != "start_up"]

    assert [row["category"] for row in parts] == ["wages", "other_expenses"]
    assert sum(row["cost"] for row in parts) == pytest.approx(results["annual_operating_cost"])
    assert sum(row["cost_per_participant"] for row in parts) == pytest.approx(results["cost_per_participant"])
    assert found["total"]["cost"] == results["annual_operating_cost"]
    assert found["denominators"]["participants_per_year"] == results["participants_per_year"]


def test_those_enrolled_stand_for_participants_who_are_not_counted() -> None:
    """København states who is enrolled, 49 a year: the cost is theirs (Rambøll 2020, Table 6-2: 59,000)."""
    assessment = assess(SCENARIOS / "koebenhavn.yaml")
    found = handed(assessment)

    assert (found["denominators"]["enrolled_per_year"], found["denominators"]["participants_per_year"]) == (49, None)
    assert found["total"]["cost_per_participant"] == assessment.as_dict()["results"]["cost_per_enrolled"]
    assert round(found["total"]["cost_per_participant"], -3) == 59_000
    assert sum(row["cost_per_participant"] for row in found["rows"]) == pytest.approx(
        found["total"]["cost_per_participant"]
    )


def test_either_estimator_of_courses_is_divided_by_its_own_rule(tmp_path: Path) -> None:
    """The mean cost over the mean size sums as the mean of ratios does, to its own figure."""
    text = (SCENARIOS / "favrskov.yaml").read_text("utf-8")
    other = text.replace("mean_of_ratios", "ratio_of_means").replace("../", f"{SCENARIOS.parent.as_posix()}/")
    assert "ratio_of_means" in other
    (tmp_path / "other.yaml").write_text(other, "utf-8")
    assessment = assess(tmp_path / "other.yaml")
    found, results = handed(assessment), assessment.as_dict()["results"]

    assert sum(row["cost_per_participant"] for row in found["rows"]) == pytest.approx(
        results["cost_per_participant_ratio_of_means"]
    )


def assessed(folder: Path, text: str) -> Assessment:
    """Assess a scenario that is written out beside the hand scenario's files."""
    (folder / "other.yaml").write_text(text, "utf-8")
    return assess(folder / "other.yaml")


def test_a_start_up_is_divided_only_where_it_is_spread(tmp_path: Path) -> None:
    """90,000 kr whole without a cost per participant; over three years 30,000 a year, over the year's participants."""
    start_up = "start_up: {expenses: [{label: Kursus, amount: 90000}]%s}\n"
    bare = write_hand_scenario(tmp_path, without="start_up").read_text("utf-8")
    whole, spread = (
        assessed(tmp_path, bare.replace("  training:", "#").replace("  expenses:", "#") + start_up % more)
        for more in ("", ", spread_years: 3")
    )
    row, third = handed(whole)["rows"][-1], handed(spread)["rows"][-1]
    per_year = spread.as_dict()["results"]["participants_per_year"]

    assert (row["category"], row["cost"], row["cost_per_participant"]) == ("start_up", 90_000, None)
    assert (third["cost"], third["cost_per_participant"]) == (30_000, pytest.approx(30_000 / per_year))
    assert handed(whole)["total"]["cost"] == whole.as_dict()["results"]["annual_operating_cost"]


@given(price=st.floats(min_value=0, max_value=1e9), each=st.integers(min_value=1, max_value=1_000))
def test_twice_the_participants_halve_what_does_not_follow_them(
    tmp_path_factory: pytest.TempPathFactory, price: float, each: int
) -> None:
    """Lines that follow courses and teams cost the same in all, and half per participant."""
    folder = tmp_path_factory.mktemp("plan")
    text = SMALL.replace("price: 70", f"price: {price:.4f}")
    one, two = (
        handed(planned(folder, text.replace("per_course: 8", f"per_course: {count}"))) for count in (each, 2 * each)
    )

    for row, other in zip(one["rows"], two["rows"], strict=True):
        assert row["cost"] == other["cost"]
        assert row["cost_per_participant"] == pytest.approx(2 * other["cost_per_participant"])
