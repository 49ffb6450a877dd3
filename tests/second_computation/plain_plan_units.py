"""How many units of each driver a plan has in each year, in lists and loops, from docs/method.md 10.

A plan is the plain content of its YAML file. Years are numbered from 1, and time is counted in exact fractions of a
year from the start of the first, so that a third of a year three times over is a year.
"""

import math
from collections.abc import Callable
from fractions import Fraction
from typing import Any

Units = list[float]
"""A number for each year of the horizon, the first year first."""


def exact(number: float) -> Fraction:
    """Give a number as a person typed it."""
    return Fraction(str(number))


def horizon_of(plan: dict[str, Any]) -> int:
    """Give the years that are looked ahead."""
    years: int = plan["intervention"]["horizon"]
    return years


def length_of(plan: dict[str, Any]) -> Fraction | None:
    """Give the years that a course takes; None where the plan has no courses."""
    length = plan["intervention"].get("course_length")
    return None if length is None else exact(length)


def last_year_to_start(plan: dict[str, Any]) -> int:
    """Give the last year from which a course can finish: H − D + 1, the part of a year cut off."""
    length = length_of(plan)
    return horizon_of(plan) if length is None else math.floor(horizon_of(plan) - length + 1)


def teams_of(plan: dict[str, Any]) -> list[dict[str, Any]]:
    """Give the teams by the year they start in; one from year 1 where the plan does not say."""
    return plan.get("teams") or [{"year": 1, "count": 1}]


def courses_of_team(plan: dict[str, Any], year: int) -> list[tuple[Fraction, Fraction, Fraction]]:
    """Give the courses of a team that starts in a year: from when, to when and how many of them.

    They follow back to back, or so many begin with every year; none begins that would not be finished.
    """
    length = length_of(plan)
    if length is None:
        return []
    a_year = plan["intervention"].get("courses_per_year")
    apart, many = (length, Fraction(1)) if a_year is None else (Fraction(1), exact(a_year))
    begins, courses = Fraction(year - 1), []
    while begins + length <= horizon_of(plan):
        courses.append((begins, begins + length, many))
        begins += apart
    return courses


def part_in_year(begins: Fraction, ends: Fraction, year: int) -> Fraction:
    """Give how much of a year lies between two times."""
    return max(Fraction(0), min(ends, Fraction(year)) - max(begins, Fraction(year - 1)))


def in_each_year(plan: dict[str, Any], units: Callable[[int], Fraction | float]) -> Units:
    """Give the units of every year of the horizon."""
    return [float(units(year)) for year in range(1, horizon_of(plan) + 1)]


def by_teams(plan: dict[str, Any], of_one: Callable[[int, int], Fraction | int]) -> Units:
    """Add up what a team of each starting year brings about in each year."""
    return in_each_year(
        plan,
        lambda year: sum((exact(team["count"]) * of_one(team["year"], year) for team in teams_of(plan)), Fraction(0)),
    )


def teams_starting(plan: dict[str, Any]) -> Units:
    """Teams that start in the year."""
    return by_teams(plan, lambda start, year: int(start == year))


def teams_there(plan: dict[str, Any]) -> Units:
    """Teams at work: from their start to the horizon."""
    return by_teams(plan, lambda start, year: int(start <= year))


def courses_starting(plan: dict[str, Any]) -> Units:
    """Courses that begin in the year."""
    return by_teams(
        plan,
        lambda start, year: sum(
            (many for begins, _, many in courses_of_team(plan, start) if math.floor(begins) + 1 == year), Fraction(0)
        ),
    )


def courses_there(plan: dict[str, Any]) -> Units:
    """Courses in the year, one that runs half of it as a half."""
    return by_teams(
        plan,
        lambda start, year: sum(
            (many * part_in_year(begins, ends, year) for begins, ends, many in courses_of_team(plan, start)),
            Fraction(0),
        ),
    )


def each_with(number: float, units: Units) -> Units:
    """So many with each unit."""
    return [number * count for count in units]


def participants_starting(plan: dict[str, Any]) -> Units:
    """Participants who start in the year: with the courses, with each team that can still finish, or all at once."""
    stated = plan["participants"]
    if "per_course" in stated:
        return each_with(stated["per_course"], courses_starting(plan))
    if "per_team" in stated:
        last = last_year_to_start(plan)
        return each_with(stated["per_team"], by_teams(plan, lambda start, year: int(start <= year <= last)))
    return in_each_year(plan, lambda year: stated["total"] if year == 1 else 0.0)


def participants_there(plan: dict[str, Any]) -> Units:
    """Participants in the year, one who takes part for half of it as a half.

    Those who do not come with a course start on the first day of a year, and take part for the length of a course, or
    for a year where the plan has no courses.
    """
    stated = plan["participants"]
    if "per_course" in stated:
        return each_with(stated["per_course"], courses_there(plan))
    lasts = length_of(plan) or Fraction(1)
    there = [0.0] * horizon_of(plan)
    for began, count in enumerate(participants_starting(plan)):
        for year in range(1, horizon_of(plan) + 1):
            there[year - 1] += count * float(part_in_year(Fraction(began), began + lasts, year))
    return there


def employees_there(plan: dict[str, Any], name: str) -> Units:
    """Employees of a type: so many with each team at work, or as many whole ones as the participants ask for."""
    kind = plan["employees"][name]
    if "per_team" in kind:
        return each_with(kind["per_team"], teams_there(plan))
    return [float(math.ceil(count / kind["caseload"] - 1e-9)) for count in participants_at_a_time(plan)]


def courses_at_a_time(plan: dict[str, Any]) -> Units:
    """Courses that run at a time: one a team back to back; of so many a year whole ones, spread evenly over it."""
    a_year = plan["intervention"].get("courses_per_year")

    def of_one(start: int, year: int) -> int:
        running = sum(part_in_year(begins, ends, year) for begins, ends, _ in courses_of_team(plan, start))
        return int(running > 0) if a_year is None else math.ceil(running * exact(a_year))

    return by_teams(plan, of_one)


def participants_at_a_time(plan: dict[str, Any]) -> Units:
    """Participants at a time: of the courses at a time; all who stay; of those taken in evenly the mean."""
    stated = plan["participants"]
    if "per_course" in stated:
        return each_with(stated["per_course"], courses_at_a_time(plan))
    there = participants_there(plan)
    return there if "per_team" in stated else [stated["total"] if count else 0.0 for count in there]


def employees_beginning(plan: dict[str, Any], name: str) -> Units:
    """Employees beyond those of the year before."""
    there = employees_there(plan, name)
    before = [0.0, *there[:-1]]
    return [max(0.0, now - then) for now, then in zip(there, before, strict=True)]


def employees_starting(plan: dict[str, Any], name: str) -> Units:
    """Employees who are new in the year: as many as are missing when some of those of the year before have left."""
    there = employees_there(plan, name)
    stayed = [0.0, *((1 - plan.get("turnover", 0.0)) * then for then in there[:-1])]
    return [max(0.0, now - then) for now, then in zip(there, stayed, strict=True)]


def added(rows: list[Units]) -> Units:
    """Add rows of years up, year by year."""
    return [sum(column) for column in zip(*rows, strict=True)]


def units_of_line(plan: dict[str, Any], line: dict[str, Any]) -> Units:
    """Give the units of what a line follows: those that start where it falls once, else those there are."""
    once = line["timing"] == "once"
    driver = line["driver"]
    if driver in {"intervention", "institution"}:
        count = 1.0 if driver == "intervention" else plan["institutions"]
        return in_each_year(plan, lambda year: count if year == 1 or not once or line.get("years") else 0.0)
    if driver == "participant" and "total" in plan["participants"] and once and line.get("years"):
        return participants_at_a_time(plan)
    if driver == "employee":
        names = [line["employee"]] if "employee" in line else list(plan["employees"])
        return added([(employees_starting if once else employees_there)(plan, name) for name in names])
    if driver == "session":
        courses = courses_starting(plan) if once else courses_there(plan)
        return each_with(plan["intervention"]["sessions_per_course"], courses)
    starting, there = {
        "team": (teams_starting, teams_there),
        "course": (courses_starting, courses_there),
        "participant": (participants_starting, participants_there),
    }[driver]
    return starting(plan) if once else there(plan)
