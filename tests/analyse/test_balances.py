"""What must add up: which balances there are, from which figures, and that a run in which one fails is refused."""

from dataclasses import replace
from pathlib import Path

import pytest
from hand_scenario import write_hand_scenario

import somcost
from somcost.analyse.assessment import Assessment, assessment_of
from somcost.ledger.build import build_ledger
from somcost.read.inputs import read_inputs

STAFF = "full_time_staff: [{start: 2019-01, end: 2019-12, job_group: leder, fte: 1}]\n"
COURSES = "courses: {per_year: 2, list: [{id: A, participants: 6}, {id: B, participants: 4}]}\n"


def sides(assessment: Assessment) -> dict[str, tuple[float, float]]:
    """Give both sides of every balance by its name."""
    return {each.name: (float(each.left.value), float(each.right.value)) for each in assessment.balances}


def test_hours_lines_and_months_add_up(tmp_path: Path) -> None:
    """150 hours, and 55,000 of wages and 5,000 of expenses, by line and by month."""
    found = sides(somcost.assess(write_hand_scenario(tmp_path)))

    assert found == {"hours": (150, 150), "lines": (60_000, 60_000), "months": (60_000, 60_000)}


def test_full_time_staff_adds_up(tmp_path: Path) -> None:
    """One leader for a year is 1,500 hours at 400 kr, by line and by job group."""
    found = sides(somcost.assess(write_hand_scenario(tmp_path, more=STAFF)))

    assert found["staff"] == (600_000, 600_000)


def test_courses_add_up(tmp_path: Path) -> None:
    """Course A is 10 hours at 400 kr, course B 20 hours at 300 and 1,000 of expenses: 11,000 in all."""
    path = write_hand_scenario(tmp_path, without="sensitivity", more=COURSES)
    time = "date,job_group,hours,course\n2019-01-04,leder,10,A\n2019-02-05,medarbejder,20,B\n"
    (tmp_path / "time.csv").write_text(time, encoding="utf-8")
    (tmp_path / "expenses.csv").write_text("date,amount,course\n2019-02-01,1000,B\n", encoding="utf-8")

    assert sides(somcost.assess(path))["courses"] == (11_000, 11_000)


def test_hours_that_are_lost_are_refused(tmp_path: Path) -> None:
    """A ledger with fourteen of the fifteen rows holds ten hours less than were read: no assessment is given."""
    inputs = read_inputs(write_hand_scenario(tmp_path))
    assert inputs.registrations is not None
    fewer = replace(inputs, registrations=inputs.registrations.take(list(range(14))))

    with pytest.raises(AssertionError, match="does not add up: hours"):
        assessment_of(inputs, build_ledger(fewer), ())
