"""What rests on doubtful choices, by hand: an hour of the leader's is 400 kr, of the other's 300, of a pair's 350."""

from pathlib import Path
from typing import Any

import numpy as np
import pytest
from quality_files import report, rows

import somcost
from somcost.analyse.quality.part import Part, annual_cost_of
from somcost.analyse.quality.quality import Quality

ROOT = Path(__file__).parents[3]
NAMES = ("favrskov", "holstebro", "jammerbugt", "koebenhavn", "thisted")
JUNE = "part_months: [{month: 2019-06, registered_to: 2019-06-20, factor: 1.5, reason: sygdom}]"
STAFF = "full_time_staff: [{start: 2019-01, end: 2019-12, job_group: leder, fte: 1},"
STAFF += " {start: 2019-01, end: 2019-12, job_group: par, fte: 1}]\n"
COURSES = "courses: {per_year: 4, list: [{id: A, participants: 6}, {id: B, participants: 4}]}\n"


def doubts(found: Quality) -> dict[str, tuple[Any, ...]]:
    """Give names, rows, kr a year and share of each doubtful choice."""
    return {
        each.choice: (each.names, each.rows, pytest.approx(each.kr_per_year), pytest.approx(each.share))
        for each in found.resting.doubts
    }


def test_expenses_without_a_price_year(tmp_path: Path) -> None:
    """Of 60,000 kr a year 5,000 are expenses, none with a price year; nothing else is doubtful."""
    found = report(tmp_path)

    assert found.resting.annual_operating_cost == pytest.approx(60_000)
    assert doubts(found) == {"no_price_year": ((), 2, 5_000, 5_000 / 60_000)}


def test_a_month_scaled_up_rests_on_its_factor(tmp_path: Path) -> None:
    """Ten hours of the leader's in June count 15 at 400 kr: 6,000 of 62,000 kr."""
    found = report(tmp_path, window=f"window: {{start: 2019-01-01, end: 2019-12-31, {JUNE}}}")

    assert doubts(found)["scaled_months"] == (("2019-06",), 1, 6_000, 6_000 / 62_000)


def test_rows_dated_by_month_and_a_mean_wage(tmp_path: Path) -> None:
    """20 hours of the leader's, 10 of them by month, and 10 of the pair's: 8,000 + 3,500 + 5,000 = 16,500 kr."""
    found = report(tmp_path, time=rows("2019-01,leder,10,", "2019-01-03,leder,10,", "2019-01-03,par,10,"))

    assert doubts(found)["dated_by_month"] == ((), 1, 4_000, 4_000 / 16_500)
    assert doubts(found)["mean_wages"] == (("par",), 1, 3_500, 3_500 / 16_500)


def test_an_overridden_wage_and_what_is_a_mean_of_it(tmp_path: Path) -> None:
    """The leader's hour becomes 12 × 50,000 × 1.25 / 1,500 = 500 kr, the pair's 400; the other's stays 300."""
    time = rows("2019-01-02,leder,10,", "2019-01-03,medarbejder,10,", "2019-01-04,par,10,")
    more = "overrides: {job_groups.leder.monthly_wage_cost: 50000}\n"
    found = report(tmp_path, time=time, more=more)

    expected = (("job_groups.leder.monthly_wage_cost",), 2, 9_000, 9_000 / 17_000)
    assert doubts(found)["overridden_values"] == expected


def test_an_overridden_overhead_is_in_every_hour(tmp_path: Path) -> None:
    """Overhead 0.5 makes the hours 480 and 360 kr: 48,000 + 18,000 = 66,000 of 71,000 kr a year."""
    found = report(tmp_path, more="overrides: {parameters.overhead: 0.5}\n")

    assert doubts(found)["overridden_values"] == (("parameters.overhead",), 15, 66_000, 66_000 / 71_000)


def test_values_out_of_date(tmp_path: Path) -> None:
    """The leader's wage held to 2018, the other's was checked in 2011, the norm and overhead never: 40,000 and all."""
    report(tmp_path)
    hand = (tmp_path / "hand.yaml").read_text("utf-8")
    hand = hand.replace("40000, source: loen", "40000, source: loen, valid_to: 2018-12-31, checked: 2019-01-01")
    hand = hand.replace("30000, source: loen", "30000, source: loen, checked: 2011-01-01")
    (tmp_path / "hand.yaml").write_text(hand, encoding="utf-8")
    found = somcost.quality(somcost.assess(tmp_path / "scenario.yaml"))

    wage = "job_groups.{}.monthly_wage_cost".format
    assert doubts(found)["outdated_values"] == ((wage("leder"),), 10, 40_000, 40_000 / 60_000)
    names, *figures = doubts(found)["unchecked_values"]
    assert set(names) == {wage("medarbejder"), "parameters.overhead", "parameters.annual_hours_norm"}
    assert figures == [15, 55_000, 55_000 / 60_000]
    assert found.resting.values_are_dated


def test_credits_are_less_than_nothing(tmp_path: Path) -> None:
    """55,000 of wages and 3,000 − 500 of expenses: the credit is −500 of 57,500 kr."""
    expenses = "date,amount,price_year\n2019-02-01,3000,2019\n2019-03-01,-500,2019\n"
    found = report(tmp_path, expenses=expenses, more="settings: {negative_amounts: credit}\n")

    assert doubts(found) == {"credits": ((), 1, -500, -500 / 57_500)}


def test_duplicates_and_outliers_cost_what_their_rows_cost(tmp_path: Path) -> None:
    """Two rows of 7 hours alike: one is too many, 2,800 kr, and both are a day of 14 hours, 5,600 of 9,600 kr."""
    time = rows("2019-01-02,leder,7,m1", "2019-01-02,leder,7,m1", "2019-01-03,leder,10,m1")
    found = report(tmp_path, time=time, without="expenses:")

    assert doubts(found) == {
        "duplicates": ((), 1, 2_800, 2_800 / 9_600),
        "outliers": ((), 2, 5_600, 5_600 / 9_600),
    }


def test_a_row_of_a_course_costs_its_part_of_the_mean(tmp_path: Path) -> None:
    """Courses of 4,000 and 3,500 kr, four a year: 15,000; the pair's 3,500 are 4 / 2 of it, 7,000."""
    time = rows("2019-01-04,leder,10,A", "2019-02-05,par,10,B", header="date,job_group,hours,course")
    expenses = "date,amount,course\n2019-02-01,0,B\n"
    found = report(tmp_path, time=time, expenses=expenses, without="sensitivity", more=COURSES)

    assert found.resting.annual_operating_cost == pytest.approx(15_000)
    assert doubts(found)["mean_wages"] == (("par",), 1, 7_000, 7_000 / 15_000)


def test_full_time_staff_rests_on_its_job_groups(tmp_path: Path) -> None:
    """A leader's year is 1,500 × 400 and a pair's 1,500 × 350 kr; of hours nothing is known."""
    found = report(tmp_path, more=STAFF, without="time_registrations")

    assert found.coverage is None
    assert found.stops.not_judged == found.far_months.not_judged == "no_registrations"
    assert doubts(found)["mean_wages"] == (("par",), 0, 525_000, 525_000 / 1_130_000)


@pytest.mark.parametrize("name", NAMES)
def test_the_parts_of_a_division_add_up(name: str) -> None:
    """Any half of the rows and the other half cost the whole a year, whatever the estimate."""
    costing = somcost.assess(ROOT / "scenarios" / f"{name}.yaml").costing
    chance = np.random.default_rng(7)
    halves: list[list[list[int]]] = []
    for columns in (costing.wages, costing.expenses):
        assert columns is not None
        side = chance.integers(0, 2, len(columns.lines.rows))
        halves.append([np.flatnonzero(side == half).tolist() for half in (0, 1)])
    parts = [annual_cost_of(costing, Part(halves[0][half], halves[1][half])) for half in (0, 1)]
    whole = somcost.assess(ROOT / "scenarios" / f"{name}.yaml").as_dict()["results"]["annual_operating_cost"]

    assert all(0 < part < whole for part in parts)
    assert sum(parts) == pytest.approx(whole)
