"""The plans in scenarios/plans: published figures, the main figures by hand, and what the plans say of themselves."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
import yaml
from openpyxl import load_workbook
from typer.testing import CliRunner

import somcost
from somcost.analyse.compare.comparison import Comparison, compare
from somcost.analyse.planned import PlanAssessment
from somcost.analyse.proposed import proposed_plan
from somcost.analyse.vary.grid import vary
from somcost.cli import app
from somcost.pipeline import assess_plan

SCENARIOS = Path(__file__).parents[2] / "scenarios"
PLANS = SCENARIOS / "plans"
ALL = sorted(PLANS.rglob("*.yaml"))
MESTRINGSLUPPEN = PLANS / "mestringsluppen.yaml"
MUNICIPALITIES = sorted((PLANS / "mestringsluppen").glob("*.yaml"))
YEARS, CHILD_SESSIONS, ADULT_SESSIONS = 5, 9, 5
WAGES = {
    "psykolog": 46_411,
    "sundhedsplejerske": 40_945,
    "paedagog": 35_509,
    "socialraadgiver": 37_592,
    "ergoterapeut": 37_990,
    "leder_socialraadgiver": 53_466,
}
"""Monthly wage costs of METHOD 1; a composite job group is the mean of three."""
THREE = (WAGES["paedagog"] + WAGES["sundhedsplejerske"] + WAGES["socialraadgiver"]) / 3
HOUR = {
    name: 12 * wage * 1.2 / 1_418 for name, wage in {**WAGES, "familieterapeut": THREE, "gruppeleder": THREE}.items()
}


def name_of(path: Path) -> str:
    """Name a plan by its place, without its ending."""
    return path.relative_to(PLANS).with_suffix("").as_posix()


def written(path: Path) -> dict[str, Any]:
    """Give a plan as it stands in its file."""
    found: dict[str, Any] = yaml.safe_load(path.read_text("utf-8"))
    return found


def results(path: Path) -> Mapping[str, float]:
    """Give a plan's results."""
    found: Mapping[str, float] = assess_plan(path).as_dict()["results"]
    return found


def line_by_hand(line: Mapping[str, Any], plan: Mapping[str, Any]) -> float:
    """Cost one line by what its driver counts: teams from year 1, whole years, everybody replaced trained again."""
    teams = plan["teams"][0]["count"]
    courses = teams * plan["intervention"]["courses_per_year"] * len(line.get("years", range(YEARS)))
    again = 1 + plan["turnover"] * (YEARS - 1)
    types = [each for name, each in plan["employees"].items() if line.get("employee", name) == name]
    units = {
        "intervention": 1,
        "team": teams,
        "employee": teams * again * sum(each["per_team"] for each in types),
        "course": courses,
        "session": courses * CHILD_SESSIONS,
        "participant": courses * plan["participants"]["per_course"],
    }[line["driver"]]
    each = line["hours"] * HOUR[line["job_group"]] if "hours" in line else line.get("quantity", 1) * line["price"]
    left = max(line["lifetime"] - YEARS, 0) / line["lifetime"] if "lifetime" in line else 0
    return 0 if "left_out" in line else units * each * (1 - left)


@pytest.fixture(scope="module")
def compared() -> Comparison:
    """The six municipalities side by side."""
    return compare([assess_plan(path) for path in MUNICIPALITIES])


@pytest.fixture(scope="module")
def holstebro() -> PlanAssessment:
    """Holstebro's intervention with its training."""
    return assess_plan(PLANS / "holstebro-uddannelse.yaml")


@pytest.mark.parametrize("path", ALL, ids=name_of)
def test_every_plan_runs_and_its_workbook_is_written(path: Path, tmp_path: Path) -> None:
    """A plan is assessed without a warning, its sums add up, and its workbook has a sheet for each step."""
    found = assess_plan(path)
    ran = CliRunner().invoke(app, ["run", str(path), "--xlsx", str(tmp_path / "plan.xlsx")])

    assert not found.warnings
    assert all(balance.holds for balance in found.balances)
    assert ran.exit_code == 0, ran.stderr
    assert len(load_workbook(tmp_path / "plan.xlsx").sheetnames) >= 6


@pytest.mark.parametrize("path", ALL, ids=name_of)
def test_every_plan_says_what_is_published_and_what_is_made_up(path: Path) -> None:
    """No plan's numbers were observed: it says that it is reconstructed, and in its notes what is not."""
    plan = written(path)

    assert plan["origin"] == "reconstructed"
    assert plan["notes"]


def test_mestringsluppen_by_hand() -> None:
    """Ten courses in five years for 60 children, of whom 85 % complete.

    A course takes 81 hours of a pædagog (9 × 5 with the children, 9 × 2 of preparation, 6 × 3 with schools), 78 of a
    socialrådgiver (5 × 5 with the adults, 9 × 2 of preparation, 20 of coordination, 6 × 2.5 before the course) and
    13 × 350 + 9 × 60 × 3.50 + 6 × (16.5 × 35 + 150) = 10,805 kr. In year 1 two courses take 9 × 3 hours more of each.
    Four leaders are trained for 22.2 hours and 4,500 kr, and 4 × 15 % of them a year anew for four years: 6.4 in all.
    """
    pair = HOUR["paedagog"] + HOUR["socialraadgiver"]
    course = 81 * HOUR["paedagog"] + 78 * HOUR["socialraadgiver"] + 10_805
    prepared = 50 * HOUR["leder_socialraadgiver"] + 2 * 27 * pair
    trained = 3.2 * 22.2 * pair + 6.4 * 4_500
    found = results(MESTRINGSLUPPEN)

    assert found["total_cost"] == pytest.approx(10 * course + prepared + trained + 9_000 * 5 / 8)
    assert (found["courses_started"], found["participants_started"]) == (10, 60)
    assert found["participants_completed"] == pytest.approx(51)
    assert found["cost_per_participant"] == pytest.approx(found["total_cost"] / 60)
    assert found["cost_per_course"] == pytest.approx(found["total_cost"] / 10)
    assert found["steady_state_cost_per_year"] == pytest.approx(2 * course + 0.15 * (2 * 22.2 * pair + 4 * 4_500))


@pytest.mark.parametrize("path", [MESTRINGSLUPPEN, *MUNICIPALITIES], ids=name_of)
def test_every_municipality_by_plain_arithmetic(path: Path) -> None:
    """The total is the sum of the lines of the file, each times what its driver counts."""
    plan = written(path)
    expected = {name: line_by_hand(line, plan) for name, line in plan["lines"].items()}

    assert results(path)["total_cost"] == pytest.approx(sum(expected.values()))


@pytest.mark.parametrize("path", [MESTRINGSLUPPEN, *MUNICIPALITIES], ids=name_of)
def test_the_sessions_are_the_published_ones(path: Path) -> None:
    """Nine sessions for children and five for adults, the last joint: one room less; four leaders at least.

    The leaders of the children meet nine times and those of the adults five times, so at the joint session each of
    them counts once. Staff hours dominate the cost, and schools are told what was learnt about each child.
    """
    plan = written(path)
    lines, employees = plan["lines"], plan["employees"]
    a_session = lines["moedegange_boern"]["hours"] / employees["leder_boern"]["per_team"]
    wages = sum(line_by_hand(line, plan) for line in lines.values() if "hours" in line)

    assert plan["intervention"]["sessions_per_course"] == CHILD_SESSIONS
    assert lines["moedegange_boern"]["driver"] == "session"
    assert lines["moedegange_voksne"]["driver"] == "course"
    assert lines["moedegange_voksne"]["hours"] == pytest.approx(
        ADULT_SESSIONS * employees["leder_voksne"]["per_team"] * a_session
    )
    assert lines["lokaler"]["quantity"] == CHILD_SESSIONS + ADULT_SESSIONS - 1
    assert sum(each["per_team"] for each in employees.values()) >= 4
    assert lines["skolekontakt"]["driver"] == "participant"
    assert wages > 0.75 * results(path)["gross_cost"]


@pytest.mark.parametrize("path", [MESTRINGSLUPPEN, *MUNICIPALITIES], ids=name_of)
def test_first_rounds_are_dearer_than_later_ones(path: Path) -> None:
    """Shared preparation is most in the first rounds: courses of year 1 cost more, those of all later years alike."""
    lines = written(path)["lines"]
    found = assess_plan(path).as_dict()
    extra = [lines[f"ekstra_forberedelse_{who}"] for who in ("boern", "voksne")]
    prepared = [year["preparation"] for year in found["years"]]

    assert all(line["years"] == [1] and line["hours"] > 0 for line in extra)
    assert prepared[0] > 50 * HOUR["leder_socialraadgiver"]
    assert prepared[1:] == [0] * (YEARS - 1)
    assert len({round(year["operation"], 6) for year in found["years"]}) == 1


def test_data_from_the_development_overstate_the_operation() -> None:
    """Every round prepared as the first: the extra 9 × 3 hours of each in all ten courses, not in two."""
    found = {case.case.id: case.results for case in assess_plan(MESTRINGSLUPPEN).cases}
    more = 8 * 27 * (HOUR["paedagog"] + HOUR["socialraadgiver"])

    assert found["som_under_udviklingen"]["total_cost"] == pytest.approx(results(MESTRINGSLUPPEN)["total_cost"] + more)


def test_the_municipalities_differ_in_what_they_state() -> None:
    """The six plans have the same lines, and differ in job groups, hours, children, courses, rooms, food and travel."""
    plans = [written(path) for path in MUNICIPALITIES]
    lines = [plan["lines"] for plan in plans]
    stated = {
        "job groups": {
            (each["moedegange_boern"]["job_group"], each["moedegange_voksne"]["job_group"]) for each in lines
        },
        "hours": {each["forberedelse_boern"]["hours"] for each in lines},
        "children": {plan["participants"]["per_course"] for plan in plans},
        "courses": {plan["intervention"]["courses_per_year"] for plan in plans},
        "rooms": {each["lokaler"]["price"] for each in lines},
        "food": {each["forplejning"]["price"] for each in lines},
        "travel": {each["koersel"]["quantity"] for each in lines},
    }

    assert len(plans) == 6
    assert {tuple(each) for each in lines} == {tuple(written(MESTRINGSLUPPEN)["lines"])}
    assert {name: len(values) for name, values in stated.items() if len(values) < 3} == {}
    assert all("rekonstrueret" in plan["title"] for plan in plans)


def test_cost_varies_much_between_the_municipalities(compared: Comparison) -> None:
    """Published: cost per child and per course varies much; here the dearest child costs over twice the cheapest."""
    child, course = (compared.spreads[name] for name in ("cost_per_participant", "cost_per_course"))

    assert child.count == course.count == 6
    assert child.highest is not None
    assert child.lowest is not None
    assert child.highest[1] > 2 * child.lowest[1]
    assert course.highest is not None
    assert course.lowest is not None
    assert course.highest[1] > 1.5 * course.lowest[1]


def test_the_mean_child_is_not_the_mean_municipality(compared: Comparison) -> None:
    """All costs over all 520 children; the plain mean of six would weigh 20 children as 210."""
    costs, children = compared.row("total_cost"), compared.row("participants_started")
    spread = compared.spreads["cost_per_participant"]

    assert sum(each or 0 for each in children) == 20 + 60 + 60 + 120 + 210 + 50
    assert spread.ratio_of_sums == pytest.approx(sum(each or 0 for each in costs) / 520)
    assert spread.mean_of_ratios == pytest.approx(
        sum((cost or 0) / (count or 1) for cost, count in zip(costs, children, strict=True)) / 6
    )


def test_holstebros_start_up_is_the_published_one(holstebro: PlanAssessment) -> None:
    """Chapter 9.5 prints 486,000: (2 × 21 + 2 × 25) days × 7.4 hours at their rates and 4 × (48,975 + 5,950) kr."""
    hours = 7.4 * (2 * 21 * HOUR["sundhedsplejerske"] + 25 * (HOUR["paedagog"] + HOUR["socialraadgiver"]))
    found = holstebro.as_dict()

    assert found["results"]["start_up_cost"] == pytest.approx(hours + 4 * (48_975 + 5_950))
    assert found["results"]["start_up_cost"] == pytest.approx(486_000, abs=500)
    assert found["categories"]["training"]["cost"] == found["results"]["start_up_cost"]


def test_holstebros_operation_costs_what_was_observed(holstebro: PlanAssessment) -> None:
    """Each year's operation is the scenario's annual operating cost to the last digit; the training falls in year 1."""
    observed = somcost.assess(SCENARIOS / "holstebro.yaml").as_dict()["results"]
    years, found = holstebro.as_dict()["years"], holstebro.as_dict()["results"]

    for year in years:
        assert year["operation"] == pytest.approx(observed["annual_operating_cost"], rel=1e-9)
    assert found["steady_state_cost_per_year"] == pytest.approx(observed["annual_operating_cost"], rel=1e-9)
    assert found["start_up_cost"] == pytest.approx(observed["start_up_cost"], rel=1e-9)
    assert [round(year["training"]) for year in years] == [486_266, 0, 0, 0, 0]


def test_holstebros_operation_is_the_proposed_one() -> None:
    """The lines of operation stand as `somcost plan from` proposes them, and none is missing."""
    proposed = proposed_plan(somcost.assess(SCENARIOS / "holstebro.yaml")).lines
    hours = sorted(line.hours for line in proposed if line.category == "operation" and line.hours is not None)
    lines = written(PLANS / "holstebro-uddannelse.yaml")["lines"].values()

    assert sorted(
        line["hours"] for line in lines if line["category"] == "operation" and "hours" in line
    ) == pytest.approx(hours, rel=1e-12)


@pytest.mark.parametrize(
    ("key", "value", "published", "unit"),
    [
        ("wages", 0.0, 1_800_000, 100_000),
        ("wages", 0.10, 1_900_000, 100_000),
        ("wages", 0.20, 2_100_000, 100_000),
        ("participants.per_team", 10, 2_400_000, 100_000),
        ("participants.per_team", 12, 2_900_000, 100_000),
    ],
)
def test_holstebros_published_sensitivities(
    holstebro: PlanAssessment, key: str, value: float, published: float, unit: float
) -> None:
    """Tables 9-3 to 9-5, annual cost: wages 10 and 20 % higher, ten and twelve families a year."""
    found = vary(holstebro, key, [value], results=["steady_state_cost_per_year"]).results

    assert found["steady_state_cost_per_year"][0] == pytest.approx(published, abs=unit / 2)


def test_training_comes_again_where_employees_leave(holstebro: PlanAssessment) -> None:
    """One of four replaced in each of four years is one more training of all four."""
    found = {case.case.id: case.results for case in holstebro.cases}
    own = holstebro.as_dict()["results"]

    assert found["udskiftning"]["total_cost"] == pytest.approx(own["total_cost"] + own["start_up_cost"])
    assert found["udskiftning"]["start_up_cost"] == pytest.approx(own["start_up_cost"])


def test_the_municipalities_are_compared_on_the_command_line() -> None:
    """All six stand side by side in Danish, three and three, with the spread; what one does not count is told."""
    ran = CliRunner().invoke(app, ["compare", *map(str, MUNICIPALITIES)])
    words = [line.split() for line in ran.stdout.partition("Spredning")[0].splitlines()]
    headings = [line for line in words if line[:1] in (["kommune-a"], ["kommune-d"])]

    assert ran.exit_code == 0, ran.stderr
    assert headings == [[f"kommune-{letter}" for letter in letters] for letters in ("abc", "def")]
    assert "kommune-a: Holdt uden for omkostningen: Lokaler – Skolens lokaler" in ran.stdout
    assert "Spredning" in ran.stdout
    assert "Omkostning pr. barn" in ran.stdout


@pytest.mark.parametrize("path", [MESTRINGSLUPPEN, *MUNICIPALITIES], ids=name_of)
def test_the_examples_readme_tells_what_the_plans_give(path: Path) -> None:
    """The cost of a child and of a course stand in examples/README.md as they are calculated."""
    readme = (SCENARIOS.parent / "examples" / "README.md").read_text("utf-8")
    found = results(path)

    assert f"{found['cost_per_participant']:,.0f}" in readme
    assert f"{found['cost_per_course']:,.0f}" in readme
