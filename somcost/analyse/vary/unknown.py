"""Names that are no key that can be varied, and why: there is no such number, or it is no number of the trace."""

import re
from collections.abc import Iterable

from somcost.analyse.planned import AnyAssessment
from somcost.model.plan import Plan
from somcost.problems import Location, Problem, check
from somcost.validate.nearest import listed, nearest

TIMETABLE = re.compile(
    r"(intervention\.)?(horizon|course_length|first_year)|((lines|grants|saved_expenses)\..+\.)?(years|driver|timing)"
    r"|teams(\.\d+\.year)?|discounting\.(schedule|first_year)|lines\..+\.(category|job_group)"
)
"""What of a plan is made before the trace: when courses run and teams start, what a line follows and when."""


@check
def varied_keys_are_known(place: Location, key: str, known: list[str]) -> Problem:
    """What is varied, or said to be uncertain, is an input of the assessment, named by its dotted key."""
    near = nearest(key, known)
    advice = f"Did you mean {near}?" if near else f"Known here: {listed(known)}."
    return Problem(place, key, "is nothing that can be varied in this assessment", advice)


@check
def timetables_are_fixed(place: Location, key: str) -> Problem:
    """The years of a plan, the length of its courses and what its lines follow are fixed: others are another plan."""
    advice = "Copy the plan, change it there, and hold both side by side with somcost compare."
    return Problem(place, key, "is fixed: the calculation of a plan is laid out by it", advice)


def _paid_over(plan: Plan) -> list[str]:
    """Give the keys of the lifetimes that annuities are paid over."""
    return [f"{line.key}.lifetime" for line in plan.lines if line.years_paid]


def unknown_key(assessment: AnyAssessment, place: Location, key: str, known: Iterable[str]) -> Problem:
    """Say why a name is no key that can be varied."""
    plan = assessment.inputs.scenario
    if isinstance(plan, Plan) and (TIMETABLE.fullmatch(key) or key in _paid_over(plan)):
        return timetables_are_fixed(place, key)
    return varied_keys_are_known(place, key, list(known))
