"""Institutions with their own staff and residents, by hand: what each costs, and the standard institution."""

from pathlib import Path

import pytest
from analyse.test_planned import HOUR, SCENARIOS, figures, planned

from somcost.analyse.vary.cases import named_cases
from somcost.analyse.vary.variation import Variation
from somcost.pipeline import assess_plan

HOUSES = """
intervention: {horizon: 3, course_length: 2.5}
institutions:
  house_a: {label: House A, residents: 10, employees: {teacher: 12, leader: 1}}
  house_b: {label: House B, residents: 20, employees: {teacher: 20, leader: 2, therapist: 1}}
employees: {teacher: {label: Teachers}, leader: {label: Leaders}, therapist: {label: Therapist}}
turnover: 0.1
lines:
  common: {label: A, category: preparation, driver: intervention, timing: once, price: 1000}
  course: {label: B, category: training, driver: employee, employee: teacher, timing: once, job_group: paedagog,
    hours: 37}
  day: {label: C, category: training, driver: employee, timing: once, price: 500}
  running: {label: D, category: operation, driver: course, timing: yearly, price: 10000}
  book: {label: E, category: operation, driver: participant, timing: once, price: 100}
  talks: {label: F, category: operation, driver: employee, employee: therapist, timing: yearly, price: 1000}
  shelf: {label: G, category: investment, driver: institution, timing: once, price: 6000, lifetime: 6}
sensitivities:
  dearer: {label: Dearer, set: {wages: +10%}}
"""
TURNOVER = 1 + 0.1 + 0.1
"""Trained in year 1, and a tenth anew in each of the two years after it."""
HOUSE_A = 500 + 12 * TURNOVER * 37 * HOUR + 13 * TURNOVER * 500 + 2.5 * 10_000 + 10 * 100 + (6_000 - 3_000)
HOUSE_B = 500 + 20 * TURNOVER * 37 * HOUR + 23 * TURNOVER * 500 + 2.5 * 10_000 + 20 * 100 + 3 * 1_000 + 3_000


def test_each_institution_by_hand(tmp_path: Path) -> None:
    """Its own employees, residents and courses, half of what both share, and what its shelf is worth at the horizon."""
    house_a, house_b = figures(tmp_path, HOUSES)["institutions"]

    assert (house_a["employees"], house_a["residents"]) == (13, 10)
    assert house_a["cost"] == pytest.approx(HOUSE_A)
    assert house_b["cost"] == pytest.approx(HOUSE_B)
    assert house_b["cost_per_resident"] == pytest.approx(HOUSE_B / 20)


def test_the_standard_institution_is_their_mean(tmp_path: Path) -> None:
    """18 employees, 15 residents, and half of what both cost."""
    found = figures(tmp_path, HOUSES)
    mean = (HOUSE_A + HOUSE_B) / 2

    assert found["standard_institution"] == {"employees": 18, "residents": 15, "cost": pytest.approx(mean)}
    assert found["results"]["cost_per_institution"] == pytest.approx(mean)
    assert found["results"]["cost_per_team"] == pytest.approx(mean)
    assert found["results"]["participants_started"] == 30


def test_an_institution_costs_what_a_plan_of_it_alone_costs(tmp_path: Path) -> None:
    """Shares are exact: with nothing shared, the parts are the plans of each by itself."""
    alone = "\n".join(line for line in HOUSES.splitlines() if "common:" not in line)
    both = figures(tmp_path, alone)["institutions"]
    without_a = "\n".join(line for line in alone.splitlines() if "house_a" not in line)
    without_b = "\n".join(line for line in alone.splitlines() if not any(word in line for word in ("house_b", "talks")))
    without_b = without_b.replace(", therapist: {label: Therapist}", "")

    assert both[0]["cost"] == pytest.approx(figures(tmp_path, without_b)["results"]["total_cost"])
    assert both[1]["cost"] == pytest.approx(figures(tmp_path, without_a)["results"]["total_cost"])


def test_institutions_without_residents(tmp_path: Path) -> None:
    """Results are per institution, not per participant: nobody is said to take part."""
    text = HOUSES.replace("residents: 10, ", "").replace("residents: 20, ", "")
    text = "\n".join(line for line in text.splitlines() if "book:" not in line)
    found = figures(tmp_path, text)

    assert found["results"]["participants_started"] is None
    assert found["standard_institution"]["residents"] is None
    assert found["institutions"][0]["cost"] == pytest.approx(HOUSE_A - 1_000)


def test_an_institution_can_be_varied_by_its_own_keys(tmp_path: Path) -> None:
    """One teacher more in house A: B loses nothing but what both share stays shared."""
    planned(tmp_path, HOUSES)
    key, result = "institutions.house_a.employees.teacher", "cost_of_institution.house_a"
    variation = Variation(assess_plan(tmp_path / "plan.yaml"), [key])
    found = variation.at({key: [13.0]}, [result, "cost_of_institution.house_b"])

    assert found[result][0] == pytest.approx(HOUSE_A + TURNOVER * (37 * HOUR + 500))
    assert found["cost_of_institution.house_b"][0] == pytest.approx(HOUSE_B)


def test_a_named_sensitivity_tells_of_each_institution(tmp_path: Path) -> None:
    """Wages ten percent higher: the hours of each house's own teachers."""
    (case,) = named_cases(planned(tmp_path, HOUSES))

    assert case.results["cost_of_institution.house_a"] == pytest.approx(HOUSE_A + 0.1 * 12 * TURNOVER * 37 * HOUR)


def test_counted_institutions_make_a_standard_institution_too(tmp_path: Path) -> None:
    """Four institutions of which only the number is known: a quarter of the total each; none is told alone."""
    text = "intervention: {horizon: 1}\ninstitutions: 4\nlines:\n  it: {label: It, category: operation,"
    found = figures(tmp_path, text + " driver: institution, timing: once, price: 100}\n")

    assert (found["results"]["cost_per_institution"], found["institutions"]) == (100, [])


def test_robusthedsprogrammet_and_mentaliseringsguiden() -> None:
    """VIVE 2020: 489,000 and 2,447,000 per standard institution, half a year and two and a half years; 5.0 times."""
    plans = [assess_plan(SCENARIOS / f"{name}.yaml") for name in ("robusthedsprogrammet", "mentaliseringsguiden")]
    robust, mental = (plan.as_dict()["results"]["cost_per_institution"] for plan in plans)

    assert robust == pytest.approx(489_000, abs=500)
    assert mental == pytest.approx(2_447_000, abs=500)
    assert mental / robust == pytest.approx(5.0, abs=0.05)
    lengths = [plan.inputs.scenario.intervention.course_length for plan in plans]
    assert [length.value for length in lengths if length] == [0.5, 2.5]
