"""Plans: published figures, cases worked by hand, and the laws that hold for every plan."""

from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from somcost.analyse.planned import PlanAssessment
from somcost.pipeline import assess_plan
from somcost.problems import InputProblems

SCENARIOS = Path(__file__).parents[2] / "scenarios" / "plans"
HOUR = 12 * 35_509 * 1.2 / 1_418
"""An hour of a pædagog: METHOD 1, 360.60 kr."""
HEAD = "schema: somcost/plan@1\nid: plan\ntitle: Plan\nassumptions: som-2019\n"
laws = settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


def planned(folder: Path, text: str) -> PlanAssessment:
    """Assess a plan that is written out."""
    path = folder / "plan.yaml"
    path.write_text(HEAD + text, "utf-8")
    return assess_plan(path)


def figures(folder: Path, text: str) -> dict[str, Any]:
    """Give the plain figures of a plan that is written out."""
    return planned(folder, text).as_dict()


def full(*, horizon: int = 5, length: float = 1, teams: str = "[{year: 1, count: 2}, {year: 3, count: 1}]") -> str:
    """Write a plan with a line of every driver."""
    return f"""
intervention: {{horizon: {horizon}, course_length: {length}, sessions_per_course: 9}}
participants: {{per_course: 8, completion_rate: 0.75}}
teams: {teams}
employees: {{leader: {{label: Leader, per_team: 2}}}}
turnover: 0.25
institutions: 4
lines:
  plan: {{label: A, category: preparation, driver: intervention, timing: once, price: 1000}}
  house: {{label: B, category: operation, driver: institution, timing: yearly, price: 10}}
  team: {{label: C, category: preparation, driver: team, timing: once, price: 500}}
  course: {{label: D, category: training, driver: employee, timing: once, job_group: paedagog, hours: 37}}
  round: {{label: E, category: operation, driver: course, timing: once, price: 300}}
  meeting: {{label: F, category: operation, driver: session, timing: once, job_group: paedagog, hours: 2}}
  meal: {{label: G, category: operation, driver: participant, timing: once, price: 50}}
  screen: {{label: H, category: investment, driver: team, timing: once, price: 9000, lifetime: 6}}
grants:
  grant: {{label: I, driver: team, timing: once, price: 400}}
discounting: {{schedule: finansministeriet-2021}}
"""


def test_robusthed_dk() -> None:
    """The portal's page: net present value and cost per participant -26,390, some 26,400 kr a year."""
    found = assess_plan(SCENARIOS / "robusthed-dk.yaml").as_dict()["results"]

    assert found["net_present_value"] == pytest.approx(-26_390, abs=5)
    assert found["cost_per_participant"] == pytest.approx(26_390, abs=5)
    assert found["mean_cost_per_year"] == pytest.approx(26_400, abs=50)


def test_start_up_of_mst() -> None:
    """55,000 + 35,000 + 15,000 + 175,000 = 280,000; a grant of 200,000 leaves 80,000."""
    found = assess_plan(SCENARIOS / "mst-opstart.yaml").as_dict()["results"]

    assert (found["gross_cost"], found["grants"], found["total_cost"]) == (280_000, -200_000, 80_000)


def test_every_driver_by_hand(tmp_path: Path) -> None:
    """Two teams from year 1 and one from year 3, five years, courses of a year: each line counted by hand."""
    found = figures(tmp_path, full())
    lines = {line["line"]: line["cost"] for line in found["lines"]}
    courses = 2 + 2 + 3 + 3 + 3
    employees = 4 + 2 + 0.25 * (4 + 4 + 6 + 6)

    assert lines["plan"] == 1_000
    assert lines["house"] == 4 * 5 * 10
    assert lines["team"] == 3 * 500
    assert lines["course"] == pytest.approx(employees * 37 * HOUR)
    assert lines["round"] == courses * 300
    assert lines["meeting"] == pytest.approx(courses * 9 * 2 * HOUR)
    assert lines["meal"] == courses * 8 * 50
    assert lines["grant"] == -3 * 400
    assert found["results"]["participants_started"] == courses * 8
    assert found["results"]["participants_completed"] == courses * 8 * 0.75
    assert found["results"]["residual_values"] == pytest.approx(2 * 9_000 / 6 + 9_000 * 3 / 6)


def test_a_year_in_steady_operation(tmp_path: Path) -> None:
    """What recurs in the last year, and a quarter of the six employees trained anew."""
    steady = 4 * 10 + 3 * (300 + 9 * 2 * HOUR + 8 * 50) + 0.25 * 6 * 37 * HOUR

    assert figures(tmp_path, full())["results"]["steady_state_cost_per_year"] == pytest.approx(steady)


def test_start_up_beside_it(tmp_path: Path) -> None:
    """What is bought for the beginning alone; no employee who replaces another."""
    start_up = 1_000 + 3 * 500 + 3 * 9_000 + 6 * 37 * HOUR

    assert figures(tmp_path, full())["results"]["start_up_cost"] == pytest.approx(start_up)


def test_what_one_more_costs(tmp_path: Path) -> None:
    """A participant 50 kr; a course 300 kr, nine sessions and eight participants."""
    found = figures(tmp_path, full())["results"]

    assert found["marginal_cost_per_participant"] == pytest.approx(50)
    assert found["marginal_cost_per_course"] == pytest.approx(300 + 9 * 2 * HOUR + 8 * 50)


@pytest.mark.parametrize(
    ("way", "course", "team"),
    [
        ("per_course: 8", 300 + 8 * 50, 500 + 3 * (300 + 8 * 50)),
        ("per_team: 8", 300, 500 + 3 * (300 + 8 * 50)),
        ("total: 40", 300, 500 + 3 * 300),
    ],
)
def test_one_more_brings_participants_unless_they_are_stated_in_all(
    tmp_path: Path, way: str, course: float, team: float
) -> None:
    """One team runs a course of 300 kr in each of three years; those by team come with it, those in all with none."""
    text = (
        f"intervention: {{horizon: 3, course_length: 1}}\nparticipants: {{{way}}}\nlines:\n"
        "  start: {label: A, category: preparation, driver: team, timing: once, price: 500}\n"
        "  round: {label: B, category: operation, driver: course, timing: once, price: 300}\n"
        "  meal: {label: C, category: operation, driver: participant, timing: once, price: 50}\n"
    )
    found = figures(tmp_path, text)["results"]

    assert found["marginal_cost_per_course"] == pytest.approx(course)
    assert found["marginal_cost_per_team"] == pytest.approx(team)
    assert found["marginal_cost_per_participant"] == pytest.approx(50)


def test_residual_value_of_the_method(tmp_path: Path) -> None:
    """100,000 with life 8 bought in year 2 of 5 leaves 50,000, deducted in year 5."""
    text = (
        "intervention: {horizon: 5}\nlines:\n  it: {label: It, category: investment, driver: intervention,"
        " timing: once, price: 100000, lifetime: 8}\n"
    )
    late = text.replace("driver: intervention", "driver: team").replace(
        "lines:", "teams: [{year: 2, count: 1}]\nlines:"
    )

    assert figures(tmp_path, late)["results"]["residual_values"] == 50_000
    assert figures(tmp_path, late)["years"][4]["cost"] == -50_000
    assert figures(tmp_path, text)["results"]["residual_values"] == 37_500


def test_an_investment_outlived_is_worth_its_scrap(tmp_path: Path) -> None:
    """After its life an investment is worth its scrap value, never less."""
    text = (
        "intervention: {horizon: 5}\nlines:\n  it: {label: It, category: investment, driver: intervention,"
        " timing: once, price: 1000, lifetime: 3, scrap_value: 100}\n"
    )

    assert figures(tmp_path, text)["results"]["residual_values"] == 100


def test_hours_of_the_price_list(tmp_path: Path) -> None:
    """846.65 × 35 = 29,632.75."""
    text = (
        "intervention: {horizon: 1}\nlines:\n  it: {label: It, category: operation, driver: intervention,"
        " timing: once, quantity: 35, price: 846.65}\n"
    )

    assert figures(tmp_path, text)["results"]["total_cost"] == pytest.approx(29_632.75)


def test_caseload_asks_for_whole_employees(tmp_path: Path) -> None:
    """25 participants at 12 each are three employees, for half a year of each of two years."""
    text = (
        "intervention: {horizon: 2, course_length: 1}\nparticipants: {per_team: 25}\n"
        "employees: {worker: {caseload: 12}}\nlines:\n  it: {label: It, category: operation, driver: employee,"
        " employee: worker, timing: yearly, price: 100}\n"
    )

    assert figures(tmp_path, text)["results"]["total_cost"] == 2 * 3 * 100


def test_lines_of_named_years(tmp_path: Path) -> None:
    """First rounds may be dearer than later ones: a line of year 1 beside one of the years after."""
    text = (
        "intervention: {horizon: 3, course_length: 0.5}\nlines:\n"
        "  first: {label: A, category: operation, driver: course, timing: once, years: [1], price: 100}\n"
        "  later: {label: B, category: operation, driver: course, timing: once, years: [2, 3], price: 10}\n"
    )

    assert [year["cost"] for year in figures(tmp_path, text)["years"]] == [200, 20, 20]


def test_what_has_no_number_makes_totals_a_part(tmp_path: Path) -> None:
    """A line that is not quantified is told, counts nothing, and the total is at least what it says."""
    text = (
        "intervention: {horizon: 1}\nlines:\n  it: {label: It, category: operation, driver: intervention,"
        " timing: once, price: 100}\n  rooms: {label: Rooms, category: operation, driver: intervention,"
        " timing: once, not_quantified: lent by the school}\n"
    )
    found = figures(tmp_path, text)

    assert found["at_least"]
    assert found["results"]["total_cost"] == 100
    assert found["not_quantified"] == [{"line": "rooms", "why": "lent by the school"}]


def test_volunteers_are_valued_or_left_out(tmp_path: Path) -> None:
    """Time that nobody pays counts where it is valued, and is told where it is left out; the total is whole."""
    text = (
        "intervention: {horizon: 1}\nlines:\n  one: {label: A, category: operation, driver: intervention,"
        " timing: once, price: 100, in_kind: true}\n  two: {label: B, category: operation, driver: intervention,"
        " timing: once, price: 10, left_out: volunteers of the church}\n"
    )
    found = figures(tmp_path, text)

    assert found["results"]["total_cost"] == 100
    assert not found["at_least"]
    assert [each["line"] for each in found["left_out"]] == ["two"]


def test_discounting_of_the_first_year_is_a_choice(tmp_path: Path) -> None:
    """100 a year for three years at 3 %: 291.347, or 282.861 where the first year is discounted too."""
    text = (
        "intervention: {horizon: 3}\nlines:\n  it: {label: It, category: operation, driver: intervention,"
        " timing: yearly, price: 100}\n"
    )
    whole = figures(tmp_path, f"{text}discounting: {{rate: 0.03}}\n")["results"]
    discounted = figures(tmp_path, f"{text}discounting: {{rate: 0.03, first_year: discounted}}\n")["results"]

    assert whole["net_present_value"] == pytest.approx(-291.347, abs=5e-4)
    assert discounted["net_present_value"] == pytest.approx(-282.861, abs=5e-4)


def test_the_schedules_steps(tmp_path: Path) -> None:
    """3.5 % to 35 years ahead, then 2.5 %: the factor of year 37 is that of year 36 over 1.025."""
    text = (
        "intervention: {horizon: 40}\nlines:\n  it: {label: It, category: operation, driver: intervention,"
        " timing: yearly, price: 1}\ndiscounting: {schedule: finansministeriet-2021}\n"
    )
    factors = [year["discount_factor"] for year in figures(tmp_path, text)["years"]]

    assert factors[35] == pytest.approx(1.035**-35)
    assert factors[36] == pytest.approx(1.035**-35 / 1.025)


@laws
@given(counts=st.lists(st.integers(0, 4), min_size=3, max_size=3))
def test_twice_the_teams_cost_twice_their_lines_and_no_other(tmp_path: Path, counts: list[int]) -> None:
    """What follows the intervention and its institutions stays; all else doubles with the teams."""

    def lines(times: int) -> dict[str, float]:
        rows = [{"year": year, "count": times * count} for year, count in enumerate(counts, start=1)]
        found = figures(tmp_path, full(teams=str(rows).replace("'", "")))
        return {line["line"]: line["cost"] for line in found["lines"]}

    once, twice = lines(1), lines(2)
    for name, cost in once.items():
        assert twice[name] == pytest.approx(cost if name in ("plan", "house") else 2 * cost)


@laws
@given(horizon=st.integers(2, 9), length=st.sampled_from([0.25, 0.5, 1, 1.5, 2]))
def test_years_categories_and_total_agree(tmp_path: Path, horizon: int, length: float) -> None:
    """The total is the sum of the years, and that of the categories less the residual value; fewer complete."""
    found = figures(tmp_path, full(horizon=horizon, length=length, teams="[{year: 1, count: 1}]"))
    results, total = found["results"], found["results"]["total_cost"]
    categories = sum(each["cost"] for each in found["categories"].values())

    assert sum(year["cost"] for year in found["years"]) == pytest.approx(total)
    assert categories - results["residual_values"] == pytest.approx(total)
    assert results["participants_completed"] <= results["participants_started"]
    assert 0 <= results["residual_values"] <= 9_000
    assert results["courses_started"] == int(horizon / length)


@laws
@given(horizon=st.integers(1, 8), length=st.integers(1, 4), year=st.integers(1, 9))
def test_no_team_starts_too_late_to_finish(tmp_path: Path, horizon: int, length: int, year: int) -> None:
    """Teams start in years 1 … H − D + 1, and every other year is refused."""
    text = full(horizon=horizon, length=length, teams=f"[{{year: {year}, count: 1}}]")

    if length <= horizon and year <= horizon - length + 1:
        assert figures(tmp_path, text)["results"]["courses_started"] >= 1
    else:
        with pytest.raises(InputProblems):
            planned(tmp_path, text)
