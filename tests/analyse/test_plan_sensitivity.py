"""Sensitivity analyses of plans, by the same keys as those of scenarios: cases worked by hand."""

from pathlib import Path

import pytest
from analyse.test_planned import HEAD, HOUR, full, planned

from somcost.analyse.compare.comparison import compare
from somcost.analyse.compare.difference import explain_difference
from somcost.analyse.planned import PlanAssessment
from somcost.analyse.simulate.simulate import simulate
from somcost.analyse.vary.break_even import break_even
from somcost.analyse.vary.extremes import best_and_worst
from somcost.analyse.vary.grid import grid, vary
from somcost.analyse.vary.keys import keys_of
from somcost.analyse.vary.one_way import tornado
from somcost.pipeline import assess_plan
from somcost.problems import InputProblems

COURSES = 2 + 2 + 3 + 3 + 3
EMPLOYEES = 4 + 2 + 0.25 * (4 + 4 + 6 + 6)
WAGE_COST = EMPLOYEES * 37 * HOUR + COURSES * 9 * 2 * HOUR
"""The wage cost of `full()`: training of every employee, sessions of every course."""
HOURS = (
    "intervention: {horizon: 2, course_length: 1}\nparticipants: {per_course: 10}\nlines:\n"
    "  time: {label: Time, category: operation, driver: course, timing: once, job_group: paedagog, hours: 20}\n"
    "  room: {label: Room, category: operation, driver: course, timing: once, price: 500}\n"
)


def total(assessment: PlanAssessment) -> float:
    """Give the total of a plan."""
    return float(assessment.tree["results"]["total_cost"].value)


def test_wages_move_what_is_paid_in_wages_and_nothing_else(tmp_path: Path) -> None:
    """10 % on all wages is 10 % of the hours' cost."""
    plan = planned(tmp_path, full())
    found = vary(plan, "wages", [0, 0.10], results=["total_cost"]).results["total_cost"]

    assert found[0] == pytest.approx(total(plan))
    assert found[1] - found[0] == pytest.approx(0.10 * WAGE_COST)


def test_a_grid_is_the_plan_written_anew(tmp_path: Path) -> None:
    """Every cell of a grid is what the plan gives with these numbers in its file."""
    axes = {"participants.per_course": [4.0, 8.0], "turnover": [0.0, 0.5], "teams.0.count": [0.0, 3.0]}
    cells = grid(planned(tmp_path, full()), axes, results=["total_cost", "net_present_value"]).results

    for i, participants in enumerate(axes["participants.per_course"]):
        for j, turnover in enumerate(axes["turnover"]):
            for k, teams in enumerate(axes["teams.0.count"]):
                text = full(teams=f"[{{year: 1, count: {teams}}}, {{year: 3, count: 1}}]")
                text = text.replace("per_course: 8", f"per_course: {participants}")
                anew = planned(tmp_path, text.replace("turnover: 0.25", f"turnover: {turnover}")).as_dict()["results"]
                for name, found in cells.items():
                    assert found[i, j, k] == pytest.approx(anew[name], rel=1e-12)


def test_an_investment_that_nobody_bought_yet_has_its_worth_when_it_is(tmp_path: Path) -> None:
    """No team in year 2 as planned; with three, three purchases of 9,000 keep half their worth; at price 0 nothing."""
    text = (
        "intervention: {horizon: 4}\nteams: [{year: 1, count: 1}, {year: 2, count: 0}]\nlines:\n"
        "  it: {label: It, category: investment, driver: team, timing: once, price: 9000, lifetime: 6}\n"
    )
    plan = planned(tmp_path, text)
    teams = vary(plan, "teams.1.count", [0, 3], results=["residual_values", "total_cost"]).results
    price = vary(plan, "lines.it.price", [0, 9_000], results=["residual_values"]).results

    assert teams["residual_values"] == pytest.approx([3_000, 3_000 + 3 * 4_500])
    assert teams["total_cost"] == pytest.approx([6_000, 6_000 + 3 * 4_500])
    assert price["residual_values"] == pytest.approx([0, 3_000])


def test_a_plan_of_one_year_is_varied_line_by_line() -> None:
    """MST's start-up: 280,000 less a grant of 200,000; with a grant of 100,000 it is 180,000."""
    found = vary(
        assess_plan("scenarios/plans/mst-opstart.yaml"),
        "grants.tilskud.price",
        [200_000, 100_000],
        results=["total_cost"],
    )

    assert found.results["total_cost"] == pytest.approx([80_000, 180_000])


def test_break_even_of_hours(tmp_path: Path) -> None:
    """Two courses of 20 hours and 500 kr: at 10,000 kr the hours are (10,000 / 2 - 500) / rate."""
    found = break_even(planned(tmp_path, HOURS), "lines.time.hours", target=10_000, result="total_cost")

    assert found.values == pytest.approx([(5_000 - 500) / HOUR])


def test_the_tornado_names_the_plans_own_keys(tmp_path: Path) -> None:
    """The hours and what they cost move more than the room."""
    bars = {bar.range.key.name: bar for bar in tornado(planned(tmp_path, HOURS), result="total_cost")}

    assert bars["lines.time.hours"].swing == pytest.approx(0.2 * 2 * 20 * HOUR)
    assert bars["lines.room.price"].swing == pytest.approx(0.2 * 2 * 500)
    assert "participants.per_course" not in bars


def test_best_and_worst_of_stated_ranges(tmp_path: Path) -> None:
    """The lowest hours with the lowest price, the highest with the highest."""
    text = "uncertainty: {inputs: {lines.time.hours: {low: 10, high: 40}, lines.room.price: {low: -50%, high: +100%}}}"
    found = best_and_worst(planned(tmp_path, f"{HOURS}{text}\n"), result="total_cost")

    assert found is not None
    assert found.lowest.value == pytest.approx(2 * (10 * HOUR + 250))
    assert found.highest.value == pytest.approx(2 * (40 * HOUR + 1_000))


def test_draws_of_a_uniform_number_of_hours(tmp_path: Path) -> None:
    """Hours evenly between 10 and 30 give a total whose mean is that of 20 hours."""
    text = "uncertainty: {inputs: {lines.time.hours: {low: 10, high: 30, distribution: uniform}}}"
    outcome = simulate(planned(tmp_path, f"{HOURS}{text}\n"), results=["total_cost"], draws=20_000, seed=1)
    mean = outcome.results["total_cost"].mean
    assert mean is not None

    assert abs(mean.value - 2 * (20 * HOUR + 500)) < 4 * mean.error


def test_named_sensitivities_and_their_range(tmp_path: Path) -> None:
    """Fewer hours are the lowest, dearer wages with fewer participants the highest; the rest lies between."""
    text = (
        "sensitivities:\n  less: {label: Less, set: {lines.time.hours: 10}}\n"
        "  dear: {label: Dear, set: {wages: +10%, participants.per_course: 5}}\n"
    )
    found = planned(tmp_path, HOURS + text).as_dict()
    less, dear = 2 * (10 * HOUR + 500), 2 * (20 * HOUR * 1.1 + 500)

    assert [case["sensitivity"] for case in found["sensitivities"]] == ["less", "dear"]
    assert found["range"]["total_cost"] == pytest.approx({"low": less, "high": dear})
    assert found["range"]["cost_per_participant"] == pytest.approx({"low": less / 20, "high": dear / 10})
    assert found["results"]["total_cost"] == pytest.approx(2 * (20 * HOUR + 500))


def test_a_named_sensitivity_of_no_key(tmp_path: Path) -> None:
    """It is told with the place of the sensitivity."""
    with pytest.raises(InputProblems, match=r"plan\.yaml:\d+:\d+: lines\.time\.hour: is nothing that can be varied"):
        planned(tmp_path, f"{HOURS}sensitivities: {{a: {{label: A, set: {{lines.time.hour: 1}}}}}}\n")


def two(folder: Path, first: str, second: str) -> list[PlanAssessment]:
    """Assess two plans that are written out."""
    assessments = []
    for name, text in (("first", first), ("second", second)):
        path = folder / f"{name}.yaml"
        path.write_text(HEAD.replace("id: plan", f"id: {name}") + text, "utf-8")
        assessments.append(assess_plan(path))
    return assessments


def test_plans_side_by_side(tmp_path: Path) -> None:
    """Two plans of the same lines: cost per participant of each, and both at the wages and prices of 2023."""
    pair = two(tmp_path, HOURS, HOURS.replace("hours: 20", "hours: 30"))
    wages, prices = 1.015 * 1.008 * 1.02 * 1.02, 1.004 * 1.019 * 1.077 * 1.033

    plain = compare(pair)
    later = compare(pair, price_level=2023)

    assert plain.row("cost_per_participant") == pytest.approx([(20 * HOUR + 500) / 10, (30 * HOUR + 500) / 10])
    assert later.row("total_cost") == pytest.approx([2 * (hours * HOUR * wages + 500 * prices) for hours in (20, 30)])
    assert plain.spreads["cost_per_participant"].count == 2


def test_the_difference_of_two_plans_is_that_of_their_numbers(tmp_path: Path) -> None:
    """Hours 20 → 30 and the room 500 → 800: two parts that add up, each what it alone adds."""
    second = HOURS.replace("hours: 20", "hours: 30").replace("price: 500", "price: 800")
    found = explain_difference(*two(tmp_path, HOURS, second), result="total_cost")
    parts = {part.factor: part.amount for part in found.parts if part.differs}

    assert parts == pytest.approx({"lines.time.hours": 2 * 10 * HOUR, "lines.room.price": 2 * 300})


def test_plans_of_other_lines_are_not_explained_by_one_another(tmp_path: Path) -> None:
    """A line that one of them alone has, or another driver, leaves them side by side."""
    more = f"{HOURS}  food: {{label: Food, category: operation, driver: course, timing: once, price: 1}}\n"
    yearly = HOURS.replace("driver: course, timing: once, price", "driver: team, timing: once, price")

    for second in (more, yearly):
        with pytest.raises(InputProblems, match="explained-plans-are-built-alike"):
            explain_difference(*two(tmp_path, HOURS, second), result="total_cost")


def test_every_stated_number_of_a_plan_is_a_key(tmp_path: Path) -> None:
    """All that is stated and moves a result can be varied by its dotted key."""
    stated = {
        *("participants.per_course", "participants.completion_rate", "teams.0.count", "teams.1.count"),
        *("employees.leader.per_team", "turnover", "institutions", "intervention.sessions_per_course"),
        *("lines.course.hours", "lines.meal.price", "lines.screen.lifetime", "grants.grant.price"),
        *("parameters.overhead", "parameters.annual_hours_norm", "job_groups.paedagog.monthly_wage_cost", "wages"),
    }

    assert stated <= set(keys_of(planned(tmp_path, full())))
