"""How a plan is read where it could be read in two ways, each by a small plan worked out by hand."""

from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from analyse.test_planned import HOUR, figures, planned

from somcost.analyse.vary.variation import Variation
from somcost.pipeline import assess_plan


def results(folder: Path, text: str) -> dict[str, Any]:
    """Give the results of a plan that is written out."""
    found: dict[str, Any] = figures(folder, text)["results"]
    return found


def line(driver: str, price: float, *, timing: str = "once", category: str = "operation", more: str = "") -> str:
    """Write a line."""
    return f"  it: {{label: It, category: {category}, driver: {driver}, timing: {timing}, price: {price}{more}}}\n"


def test_an_investment_of_the_intervention_in_year_two(tmp_path: Path) -> None:
    """METHOD 9.3: 100,000 with life 8 bought in year 2 of 5 is spent then and leaves 50,000."""
    bought = line("intervention", 100_000, category="investment", more=", years: [2], lifetime: 8")
    found = figures(tmp_path, f"intervention: {{horizon: 5}}\nlines:\n{bought}")

    assert [year["cost"] for year in found["years"]] == [0, 100_000, 0, 0, -50_000]


def test_named_years_are_once_in_each_for_all(tmp_path: Path) -> None:
    """Twenty participants who stay for five years are each bought something in years 2 and 4."""
    text = "intervention: {horizon: 5, course_length: 5}\nparticipants: {total: 20}\nlines:\n"
    found = figures(tmp_path, text + line("participant", 100, more=", years: [2, 4]"))

    assert [year["cost"] for year in found["years"]] == [0, 2_000, 0, 2_000, 0]


def test_an_annuity_of_the_intervention_in_a_later_year(tmp_path: Path) -> None:
    """Bought in year 2, paid over two years."""
    more = ", years: [2], lifetime: 2, annuity_rate: 0"
    found = figures(
        tmp_path,
        f"intervention: {{horizon: 4}}\nlines:\n{line('intervention', 100, more=more)}".replace(
            "category: operation", "category: investment"
        ),
    )

    assert [year["cost"] for year in found["years"]] == [0, 50, 50, 0]


def test_nobody_is_trained_in_the_place_of_who_is_not_needed(tmp_path: Path) -> None:
    """Twenty participants for a year, ten a case worker: two are trained, and none the year after."""
    text = "intervention: {horizon: 4}\nparticipants: {total: 20}\nemployees: {worker: {caseload: 10}}\nturnover: 0.5\n"
    found = figures(tmp_path, f"{text}lines:\n{line('employee', 1_000, category='training')}")

    assert [year["cost"] for year in found["years"]] == [2_000, 0, 0, 0]


@pytest.mark.parametrize(
    ("plan", "workers"),
    [
        ("intervention: {horizon: 1, course_length: 0.5}\nparticipants: {total: 20}\n", 2),
        ("intervention: {horizon: 1, course_length: 0.5, courses_per_year: 1}\nparticipants: {per_course: 8}\n", 1),
        ("intervention: {horizon: 1, course_length: 0.5, courses_per_year: 4}\nparticipants: {per_course: 8}\n", 2),
        ("intervention: {horizon: 1, course_length: 0.5}\nparticipants: {per_course: 12}\n", 2),
        ("intervention: {horizon: 1, course_length: 0.5}\nparticipants: {per_team: 20}\n", 1),
    ],
)
def test_a_caseload_is_of_participants_at_a_time(tmp_path: Path, plan: str, workers: int) -> None:
    """Ten each: of all at once, of one course, of two courses at a time, and of those taken in evenly over the year."""
    text = f"{plan}employees: {{worker: {{caseload: 10}}}}\nlines:\n{line('employee', 1_000, category='training')}"

    assert results(tmp_path, text)["start_up_cost"] == workers * 1_000


@pytest.mark.parametrize(("length", "a_year"), [(2, 0.5), (0.3, 1 / 0.3), (1, 1)])
def test_courses_follow_each_other_in_steady_operation(tmp_path: Path, length: float, a_year: float) -> None:
    """10,000 kr a course, back to back: as if the horizon had no end."""
    text = f"intervention: {{horizon: 5, course_length: {length}}}\nlines:\n{line('course', 10_000)}"

    assert results(tmp_path, text)["steady_state_cost_per_year"] == pytest.approx(10_000 * a_year)


def test_an_evaluation_at_the_end_does_not_recur(tmp_path: Path) -> None:
    """A line of year 5 alone is no part of a year in steady operation; one from year 2 on is."""
    head = "intervention: {horizon: 5}\nlines:\n"

    for years, steady in (("[5]", 0), ("[2, 3, 4, 5]", 1_000)):
        text = head + line("intervention", 1_000, timing="yearly", more=f", years: {years}")
        assert results(tmp_path, text)["steady_state_cost_per_year"] == steady


def test_participants_in_all_are_no_start_up(tmp_path: Path) -> None:
    """What operation buys for them once is operation; nobody follows them, so no year is told as steady."""
    text = f"intervention: {{horizon: 2}}\nparticipants: {{total: 10}}\nlines:\n{line('participant', 1_000)}"
    found = results(tmp_path, text)

    assert (found["start_up_cost"], found["steady_state_cost_per_year"]) == (0, None)


def test_a_team_more_brings_no_participants_stated_in_all(tmp_path: Path) -> None:
    """Five years at 10 kr: 50 kr for one more team, not the 2,000 of twenty participants."""
    text = "intervention: {horizon: 5, course_length: 1}\nparticipants: {total: 20}\nlines:\n"
    text += "  a: {label: A, category: operation, driver: participant, timing: yearly, price: 100}\n"
    found = results(tmp_path, text + line("team", 10, timing="yearly"))

    assert found["marginal_cost_per_team"] == pytest.approx(50)
    assert found["marginal_cost_per_course"] is None


def test_what_one_more_costs_is_less_what_is_left_of_it(tmp_path: Path) -> None:
    """A team buys for 6,000 kr what is worth half at the horizon."""
    bought = line("team", 6_000, category="investment", more=", lifetime: 6")

    assert results(tmp_path, f"intervention: {{horizon: 3}}\nlines:\n{bought}")["marginal_cost_per_team"] == 3_000


def test_first_rounds_are_no_part_of_one_more_course(tmp_path: Path) -> None:
    """Extra preparation in year 1 is a beginning: 300 kr a course, whatever the first ones cost beside it."""
    text = "intervention: {horizon: 3, course_length: 1}\nlines:\n"
    text += "  extra: {label: A, category: preparation, driver: course, timing: once, years: [1], price: 500}\n"
    found = results(tmp_path, text + line("course", 300))

    assert (found["marginal_cost_per_course"], found["start_up_cost"]) == (pytest.approx(300), 500)


@pytest.mark.parametrize(("first_year", "dearer_from"), [("undiscounted", 37), ("discounted", 36)])
def test_the_schedule_steps_so_many_years_after_what_counts_whole(
    tmp_path: Path, first_year: str, dearer_from: int
) -> None:
    """3.5 % for years 0 to 35, then 2.5 %: year 37 where year 1 is year 0, year 36 where it is year 1."""
    how = f"discounting: {{schedule: finansministeriet-2021, first_year: {first_year}}}\n"
    text = f"intervention: {{horizon: 40}}\nlines:\n{line('intervention', 1, timing='yearly')}{how}"
    factors = [year["discount_factor"] for year in figures(tmp_path, text)["years"]]
    rates = [before / after - 1 for before, after in pairwise(factors)]

    assert rates[dearer_from - 3] == pytest.approx(0.035)
    assert rates[dearer_from - 2] == pytest.approx(0.025)


def test_no_residual_value_exceeds_a_price_that_is_varied(tmp_path: Path) -> None:
    """A scrap value above the price counts as the price: nothing is lost, and nothing is won."""
    bought = line("team", 9_000, category="investment", more=", lifetime: 6, scrap_value: 1000")
    planned(tmp_path, f"intervention: {{horizon: 3}}\nlines:\n{bought}")
    key = "lines.it.scrap_value"
    variation = Variation(assess_plan(tmp_path / "plan.yaml"), [key])

    assert variation.at({key: [200_000.0]}, ["residual_values"])["residual_values"][0] == 9_000


@pytest.mark.parametrize(
    "grants", ["driver: employee, timing: once, price: 20000", "driver: team, timing: once, price: 20000"]
)
def test_grants_are_held_against_what_their_line_costs(tmp_path: Path, grants: str) -> None:
    """Two leaders train 37 hours at 360.60 kr, some 26,700 kr: 20,000 is granted for the team, not for each of them."""
    text = (
        "intervention: {horizon: 1}\nemployees: {leader: {label: Leader, per_team: 2}}\nlines:\n  course: {label: A,"
        " category: training, driver: employee, timing: once, job_group: paedagog, hours: 37}\n"
        f"grants:\n  grant: {{label: B, of: course, {grants}}}\n"
    )
    plan = planned(tmp_path, text)
    told = [warning.check for warning in plan.warnings]

    assert plan.as_dict()["results"]["gross_cost"] == pytest.approx(2 * 37 * HOUR)
    assert ("grants-fit-their-line" in told) == ("employee" in grants)


@pytest.mark.parametrize(("day", "rate"), [("2013-05-31", 0.04), ("2021-01-06", 0.04), ("2021-01-07", 0.035)])
def test_the_schedule_that_held_on_a_day(tmp_path: Path, day: str, rate: float) -> None:
    """4 % from 31 May 2013, 3.5 % from 7 January 2021; the manifest has its file, and its rate is an assumption."""
    text = (
        f"intervention: {{horizon: 2}}\nlines:\n{line('intervention', 1, timing='yearly')}discounting: {{on: {day}}}\n"
    )
    plan = planned(tmp_path, text)
    year = "2013" if rate == 0.04 else "2021"
    key = f"discounting.finansministeriet-{year}.from_year_0"

    assert plan.as_dict()["years"][1]["discount_factor"] == pytest.approx(1 / (1 + rate))
    assert f"finansministeriet-{year}.yaml" in {file.name for file in plan.inputs.files}
    assert Variation(plan, [key]).keys[key].base == rate
