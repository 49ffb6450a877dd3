"""What a plan's parts do to each other: each by a small plan worked out by hand."""

from pathlib import Path

import pytest
from analyse.test_plan_choices import line, results
from analyse.test_plan_institutions import HOUSES
from analyse.test_planned import HEAD, figures, planned

from somcost.analyse.bound import bound_of
from somcost.analyse.simulate.simulate import simulate
from somcost.model.price_index import StatedPriceLevel
from somcost.pipeline import assess_plan
from somcost.problems import InputProblems, Location

INDEX = """
schema: somcost/price-index@1
id: own
title: Own
source: {title: Own, date: 2024-06}
series: {wages: {label: Wages}, consumer_prices: {label: Prices}, general_pl: {label: All}}
levels:
  2018: {wages: 80, consumer_prices: 50, general_pl: 40}
  2019: {wages: 100, consumer_prices: 100, general_pl: 100}
  2020: {wages: 110, consumer_prices: 120, general_pl: 150}
"""


def test_an_annuity_is_paid_at_the_plans_price_level(tmp_path: Path) -> None:
    """100 of 2018 is 200 of 2019 by the index, paid over two years without interest: 100 a year."""
    (tmp_path / "own.yaml").write_text(INDEX, "utf-8")
    more = ", lifetime: 2, annuity_rate: 0, price_year: 2018"
    text = f"intervention: {{horizon: 2}}\nlines:\n{line('team', 100, category='investment', more=more)}"
    found = figures(tmp_path, text + "price_level: {index: ./own.yaml}\n")

    assert [year["cost"] for year in found["years"]] == pytest.approx([100, 100])


def test_index_numbers_are_told_as_they_are(tmp_path: Path) -> None:
    """The index of a year in the trace is the number published."""
    (tmp_path / "own.yaml").write_text(INDEX, "utf-8")
    text = f"intervention: {{horizon: 1}}\nlines:\n{line('team', 100, more=', price_year: 2018')}"
    plan = planned(tmp_path, text + "price_level: {index: ./own.yaml}\n")

    assert plan.costing.givens.index("other_expenses", 2018).value == 50
    assert plan.as_dict()["results"]["total_cost"] == pytest.approx(200)


def test_a_year_missing_among_index_numbers_is_refused(tmp_path: Path) -> None:
    """Amounts are not brought across a hole."""
    lines = [row for row in INDEX.splitlines() if not row.startswith("  2019")]
    (tmp_path / "own.yaml").write_text("\n".join(lines), "utf-8")
    text = f"intervention: {{horizon: 1}}\nlines:\n{line('team', 100)}price_level: {{index: ./own.yaml}}\n"

    with pytest.raises(InputProblems, match="index-years-follow-each-other"):
        planned(tmp_path, text)


def test_a_replaced_plan_is_brought_by_the_same_index_series_and_rates(tmp_path: Path) -> None:
    """1,000 of 2019 goes by general_pl to 2020, and on at 10 % to 2021: 1,650; a team saves it."""
    (tmp_path / "own.yaml").write_text(INDEX, "utf-8")
    (tmp_path / "before.yaml").write_text(f"{HEAD}intervention: {{horizon: 1}}\nlines:\n{line('team', 1_000)}", "utf-8")
    planned(
        tmp_path,
        f"intervention: {{horizon: 1}}\nlines:\n{line('team', 0)}saved_expenses:\n  old: {{label: Old, driver: team,"
        " timing: once, scenario: before.yaml, result: gross_cost}\n"
        "price_level: {index: ./own.yaml, other_expenses: general_pl, price_rate: 0.1, wage_rate: 0.1}\n",
    )
    found = assess_plan(tmp_path / "plan.yaml", price_level=StatedPriceLevel(Location("test"), 2021))

    assert found.as_dict()["results"]["saved_expenses"] == pytest.approx(-1_000 * 1.5 * 1.1)


def test_three_plans_in_a_circle_are_refused(tmp_path: Path) -> None:
    """The first saves the second, the second the third, and the third the first."""
    saved = "saved_expenses:\n  old: {{label: Old, driver: team, timing: once, scenario: {}, result: total_cost}}\n"
    text = f"intervention: {{horizon: 1}}\nlines:\n{line('team', 1_000)}"
    for name, other in (("second", "third"), ("third", "plan")):
        (tmp_path / f"{name}.yaml").write_text(HEAD + text + saved.format(f"{other}.yaml"), "utf-8")

    with pytest.raises(InputProblems, match="replaced-interventions-are-others"):
        planned(tmp_path, text + saved.format("second.yaml"))


def test_a_present_value_is_no_cost_that_is_saved(tmp_path: Path) -> None:
    """Its sign is the other way."""
    text = f"intervention: {{horizon: 1}}\nlines:\n{line('team', 1_000)}"
    (tmp_path / "before.yaml").write_text(f"{HEAD}{text}discounting: {{rate: 0}}\n", "utf-8")
    saved = "saved_expenses:\n  old: {label: Old, driver: team, timing: once, scenario: before.yaml,"

    with pytest.raises(InputProblems, match="replaced-results-are-known"):
        planned(tmp_path, f"{text}{saved} result: net_present_value}}\n")


def test_saving_what_is_not_known_in_full_leaves_the_total_at_most(tmp_path: Path) -> None:
    """The plan replaced costs at least 1,000: as much is saved at least, so that at most the rest is left."""
    unknown = "  rooms: {label: Rooms, category: operation, driver: team, timing: yearly, not_quantified: lent}\n"
    text = f"intervention: {{horizon: 1}}\nlines:\n{line('team', 1_000)}"
    (tmp_path / "before.yaml").write_text(f"{HEAD}{text}{unknown}", "utf-8")
    saved = (
        "saved_expenses:\n  old: {label: Old, driver: team, timing: once, scenario: before.yaml, result: gross_cost}\n"
    )
    plan = planned(tmp_path, f"intervention: {{horizon: 1}}\nlines:\n{line('team', 5_000)}{saved}")
    scenario = plan.inputs.scenario

    assert [bound_of(scenario, name) for name in ("total_cost", "saved_expenses", "gross_cost")] == [
        "at most",
        "at most",
        None,
    ]
    assert plan.as_dict()["at_most"] is True
    assert {"replaced-costs-are-whole", "planned-lines-are-quantified"} <= {each.check for each in plan.warnings}


def test_a_cost_that_is_not_known_is_part_of_what_it_could_be_part_of(tmp_path: Path) -> None:
    """A yearly line of the team: part of a steady year and of one more team, not of the start or a participant."""
    unknown = "  rooms: {label: Rooms, category: operation, driver: team, timing: yearly, not_quantified: lent}\n"
    text = f"intervention: {{horizon: 2}}\nparticipants: {{per_team: 4}}\nlines:\n{line('participant', 10)}{unknown}"
    scenario = planned(tmp_path, text).inputs.scenario
    told = {name: bound_of(scenario, f"{name}") for name in ("start_up_cost", "marginal_cost_per_participant")}

    assert told == {"start_up_cost": None, "marginal_cost_per_participant": None}
    assert bound_of(scenario, "steady_state_cost_per_year") == "at least"
    assert bound_of(scenario, "marginal_cost_per_team") == "at least"


def test_a_team_more_is_an_institution_more_with_its_residents(tmp_path: Path) -> None:
    """All of both houses' cost follows them but the 1,000 that is common: half of the rest for one more."""
    found = results(tmp_path, HOUSES)

    assert found["marginal_cost_per_team"] == pytest.approx((found["total_cost"] - 1_000) / 2)


def test_employees_of_institutions_work_in_a_steady_year(tmp_path: Path) -> None:
    """Without residents an institution's staff goes on: 35 employees at 10 kr a year."""
    text = HOUSES.replace("residents: 10, ", "").replace("residents: 20, ", "")
    text = "\n".join(
        row for row in text.splitlines() if not row.startswith("  ") or "house" in row or ": {label" in row
    )
    head, _ = text.split("lines:", 1)
    assert (
        results(tmp_path, f"{head}lines:\n{line('employee', 10, timing='yearly')}")["steady_state_cost_per_year"] == 360
    )


@pytest.mark.parametrize(
    ("driver", "plan", "units", "eighth"),
    [
        ("course", "intervention: {horizon: 9, course_length: 0.5}\n", 2 * 3, 2 * 3),
        ("participant", "intervention: {horizon: 9}\nparticipants: {per_team: 4}\n", 4 * 3, 4 * 3),
        ("team", "intervention: {horizon: 9}\n", 1, 0),
        (
            "employee",
            "intervention: {horizon: 9}\nemployees: {leader: {per_team: 10}}\nturnover: 0.2\n",
            10 + 2 * 3,
            2 * 3,
        ),
        ("employee", "intervention: {horizon: 9}\nemployees: {leader: {per_team: 10}}\n", 10, 0),
    ],
)
def test_what_is_paid_over_three_years(tmp_path: Path, driver: str, plan: str, units: int, eighth: int) -> None:
    """300 kr without interest: 100 a year for each; a steady year has what goes on, year 8 what began in 6 to 8."""
    more = ", lifetime: 3, annuity_rate: 0"
    found = figures(tmp_path, f"{plan}lines:\n{line(driver, 300, category='investment', more=more)}")

    assert found["results"]["steady_state_cost_per_year"] == pytest.approx(100 * units)
    assert found["years"][7]["cost"] == pytest.approx(100 * eighth)


def test_an_annuity_of_year_one_recurs(tmp_path: Path) -> None:
    """Named for year 1 or not, it is paid over its life: no start-up, and part of a steady year."""
    for years in ("", ", years: [1]"):
        more = f", lifetime: 4, annuity_rate: 0{years}"
        found = results(
            tmp_path,
            f"intervention: {{horizon: 4}}\nlines:\n{line('intervention', 400, category='investment', more=more)}",
        )
        assert (found["start_up_cost"], found["steady_state_cost_per_year"]) == (0, 100)


def test_all_grants_of_a_line_are_added_up(tmp_path: Path) -> None:
    """Two grants of 800 for a line of 1,000."""
    grant = "{label: A, driver: team, timing: once, price: 800, of: it}"
    text = f"intervention: {{horizon: 1}}\nlines:\n{line('team', 1_000)}grants: {{one: {grant}, two: {grant}}}\n"

    assert "grants-fit-their-line" in {each.check for each in planned(tmp_path, text).warnings}


def test_courses_of_a_third_fill_their_years(tmp_path: Path) -> None:
    """Three of 1/3 year begin in each of three years, whatever the machine's last digits."""
    text = f"intervention: {{horizon: 3, course_length: {1 / 3}}}\nlines:\n{line('course', 1)}"

    assert [year["cost"] for year in figures(tmp_path, text)["years"]] == [3, 3, 3]


def test_residents_live_there_each_year(tmp_path: Path) -> None:
    """House A's ten and house B's twenty for three years at 200 kr a year; a course of 2.5 years ends in the third."""
    text = HOUSES.split("lines:", 1)[0] + "lines:\n" + line("participant", 200, timing="yearly")
    throughout = text.replace(", course_length: 2.5", "")

    assert [year["cost"] for year in figures(tmp_path, throughout)["years"]] == [6_000, 6_000, 6_000]
    assert results(tmp_path, throughout)["steady_state_cost_per_year"] == 6_000
    assert [year["cost"] for year in figures(tmp_path, text)["years"]] == [6_000, 6_000, 3_000]
    assert results(tmp_path, text)["steady_state_cost_per_year"] is None


def test_a_budget_is_held_against_a_year(tmp_path: Path) -> None:
    """1,000 a team and year in three years: 1,100 a year is never exceeded, 900 always."""
    text = (
        f"intervention: {{horizon: 3}}\nparticipants: {{per_team: 100}}\nlines:\n{line('team', 1_000, timing='yearly')}"
        "uncertainty: {inputs: {lines.it.price: {low: 950, high: 1050, reason: R}}}\n"
    )
    plan = planned(tmp_path, text)

    for budget, exceeded in ((1_100, 0), (900, 1)):
        found = simulate(plan, draws=200, seed=0, budget=budget)
        held = found.results["mean_cost_per_year"]
        assert held.threshold == budget
        assert held.probability is not None
        assert held.probability.value == exceeded


@pytest.mark.parametrize("written", ["price: 18.000", "hours: 1.500, job_group: paedagog"])
def test_what_may_be_thousands_is_asked_about(tmp_path: Path, written: str) -> None:
    """18.000 kr is eighteen to a computer and eighteen thousand to a Dane."""
    text = "intervention: {horizon: 1}\nlines:\n  it: {label: A, category: operation, driver: team, timing: once, "

    with pytest.raises(InputProblems, match="scalars-are-clear"):
        planned(tmp_path, f"{text}{written}}}\n")
