"""In which years something starts, or is there, that a line of a plan follows."""

from collections.abc import Iterable

from somcost.model.plan import EmployeeType, Plan, PlanLine
from somcost.model.timetable import Timetable, courses_of_team


def years_counted(plan: Plan, line: PlanLine) -> set[int] | None:
    """Give the years in which a line has units, were it named for all of them; None where only numbers tell."""
    if line.timing == "yearly":
        return _there(plan, line)
    if not plan.stands_throughout(line.driver):
        return _started(plan, line)
    return _there(plan, line) if line.years else {1}


def _started(plan: Plan, line: PlanLine) -> set[int] | None:
    """Give the years in which something starts of what begins anew, or with its team."""
    teams = set(plan.teams) or {1}
    if line.driver == "team":
        return teams
    if line.driver == "employee":
        return None if plan.turnover is not None or _by_caseload(plan, line) else teams
    return _years(timetable.begun for timetable in _timetables(plan, line))


def _there(plan: Plan, line: PlanLine) -> set[int] | None:
    """Give the years in which something is there."""
    every = set(range(1, plan.intervention.horizon + 1))
    if line.driver in ("intervention", "institution"):
        return every
    if line.driver == "employee" and _by_caseload(plan, line):
        return None
    if line.driver in ("team", "employee"):
        return {year for year in every if year >= min(plan.teams, default=1)}
    if line.driver == "participant" and plan.starts_all_at_once:
        return {year for year in every if year - 1 < plan.stay}
    return _years(timetable.running for timetable in _timetables(plan, line))


def _by_caseload(plan: Plan, line: PlanLine) -> bool:
    types: list[EmployeeType] = [each for each in plan.employees if line.employee in (None, each.id)]
    return any(each.caseload is not None for each in types)


def _timetables(plan: Plan, line: PlanLine) -> list[Timetable]:
    """Give what each team begins and runs: courses, or those it takes in at the start of each year."""
    step = plan.intervention
    taken_in = line.driver == "participant" and plan.participants.per_team is not None
    length = 1.0 if step.course_length is None else step.course_length.value
    every_year = taken_in or step.courses_per_year is not None
    return [
        courses_of_team(start, horizon=step.horizon, length=length, every_year=every_year)
        for start in set(plan.teams) or {1}
    ]


def _years(each: Iterable[Iterable[float]]) -> set[int]:
    return {year for units in each for year, number in enumerate(units, start=1) if number}
