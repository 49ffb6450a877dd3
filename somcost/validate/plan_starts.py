"""In which years something starts that a line of a plan follows."""

from somcost.model.plan import Driver, Plan
from somcost.model.timetable import courses_of_team


def years_started(plan: Plan, driver: Driver) -> set[int] | None:
    """Give the years in which something of a driver starts; every year for what can be bought for in any; None unknown.

    Employees start with their teams, with what a caseload asks for, or in the place of others.
    """
    every = set(range(1, plan.intervention.horizon + 1))
    if driver in ("intervention", "institution") or (driver == "participant" and plan.starts_all_at_once):
        return every
    teams = set(plan.teams) or {1}
    if driver == "team":
        return teams
    if driver == "employee":
        follow_teams = all(each.per_team is not None for each in plan.employees) and plan.turnover is None
        return teams if follow_teams else None
    length = plan.intervention.course_length
    by_year = plan.intervention.courses_per_year is not None or (
        driver == "participant" and plan.participants.per_team is not None
    )
    return {
        year
        for start in teams
        for year, begun in enumerate(
            courses_of_team(
                start,
                horizon=plan.intervention.horizon,
                length=1.0 if length is None else length.value,
                every_year=by_year,
            ).begun,
            start=1,
        )
        if begun
    }
