"""A sub-period rests on what lies in it: the staff, courses and citizens of other days do not reach into it."""

from pathlib import Path

import pytest
from hand_scenario import ASSUMPTIONS

import somcost
from somcost.analyse.assessment import Assessment

SCENARIO = """\
schema: somcost/scenario@1
id: haand
title: To halvår
origin: illustrative
notes: [Kun til prøve.]
assumptions: hand.yaml
window: {start: 2019-01-01, end: 2019-12-31}
variants: {half: {label: Første halvår, window: {start: 2019-01-01, end: 2019-06-30}}}
"""
LINES = "date,job_group,hours,course\n2019-02-04,leder,10,A\n2019-08-05,leder,30,B\n"
WITH_STAFF = """\
full_time_staff:
  - {start: 2019-01-01, end: 2019-06-30, job_group: medarbejder, fte: 2}
  - {start: 2019-07-01, end: 2019-12-31, job_group: medarbejder, fte: 1}
"""
WITH_COURSES = """\
time_registrations: time.csv
courses:
  per_year: 2
  list: [{id: A, participants: 5}, {id: B, participants: 10}]
"""


SETTINGS = "settings: {fewest_citizens: 1}\n"


def assessed(folder: Path, more: str) -> Assessment:
    """Assess a year with a sub-period of its first half."""
    for name, text in (("hand.yaml", ASSUMPTIONS), ("time.csv", LINES)):
        (folder / name).write_text(text, encoding="utf-8")
    (folder / "scenario.yaml").write_text(SCENARIO + SETTINGS + more, encoding="utf-8")
    return somcost.assess(folder / "scenario.yaml")


def test_staff_of_the_other_half_does_not_count(tmp_path: Path) -> None:
    """A year of one costs 12 × 30,000 × 1.25 = 450,000: two in the first half, one in the second."""
    found = assessed(tmp_path, f"{WITH_STAFF}participants: {{count: 12}}\n").as_dict()

    assert found["results"]["annual_operating_cost"] == pytest.approx(1.5 * 450_000)
    assert found["variants"]["half"]["collected_cost"] is None
    assert found["variants"]["half"]["annual_operating_cost"] == pytest.approx(2 * 450_000)


def test_a_course_of_the_other_half_is_not_one_that_cost_nothing(tmp_path: Path) -> None:
    """A cost ten hours of 400 kr, B thirty: 8,000 on average in the year, and 4,000 in the half that saw A alone."""
    found = assessed(tmp_path, WITH_COURSES).as_dict()
    half = found["variants"]["half"]

    assert (found["results"]["cost_per_course"], half["cost_per_course"]) == (8_000, 4_000)
    assert found["results"]["cost_per_participant"] == pytest.approx((4_000 / 5 + 12_000 / 10) / 2)
    assert half["cost_per_participant"] == 4_000 / 5


def test_staff_serves_the_participants_of_the_courses(tmp_path: Path) -> None:
    """Two courses a year of (5 + 10) / 2 are 15 participants, whom 675,000 of staff come down to."""
    found = assessed(tmp_path, WITH_COURSES + WITH_STAFF).as_dict()["variants"]["full_time"]

    assert (found["participants_per_year"], found["cost_per_participant"]) == (15, pytest.approx(675_000 / 15))


def test_courses_have_a_cost_per_month_in_the_intervention(tmp_path: Path) -> None:
    """One citizen for four months and one for six: 16,000 kr in ten months; in the half 4,000 in four."""
    (tmp_path / "citizens.csv").write_text(
        "id,start,end\n1,2019-01-01,2019-04-30\n2,2019-07-01,2019-12-31\n", encoding="utf-8"
    )
    found = assessed(tmp_path, f"{WITH_COURSES}participants: {{path: citizens.csv}}\n").as_dict()

    assert found["results"]["cost_per_month_in_intervention"] == pytest.approx(16_000 / 10)
    assert found["variants"]["half"]["cost_per_month_in_intervention"] == pytest.approx(4_000 / 4)
