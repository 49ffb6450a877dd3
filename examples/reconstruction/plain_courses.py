"""Favrskov's published figures computed from the written rows by plain arithmetic."""

from dataclasses import dataclass
from statistics import fmean

from reconstruction.data import Data, Row, Values


@dataclass(frozen=True)
class GroupCourse:
    """A course: participants, wages of the group meetings, other wages, other expenses, kr."""

    participants: int
    meetings: float
    before_and_after: float
    other: float

    def cost(self, change: float = 0.0) -> float:
        """Give the course's cost with wages changed by a share."""
        return (self.meetings + self.before_and_after) * (1 + change) + self.other

    def cost_at(self, size: int) -> float:
        """Give the course's cost with another number of children."""
        return self.meetings + self.other + self.before_and_after * size / self.participants


def group_courses(data: Data) -> list[GroupCourse]:
    """Add up the rows of each course."""
    return [_group_course(data, course["id"], course["participants"]) for course in data.scenario["courses"]["list"]]


def _group_course(data: Data, name: str, participants: int) -> GroupCourse:
    def of_course(row: Row) -> bool:
        return row["course"] == name

    return GroupCourse(
        participants,
        meetings=data.wages(lambda row: of_course(row) and _of_meetings(row)),
        before_and_after=data.wages(lambda row: of_course(row) and not _of_meetings(row)),
        other=data.other(of_course),
    )


def favrskov() -> Values:
    """Compute Favrskov's figures."""
    data = Data("favrskov")
    courses, per_year = group_courses(data), data.scenario["courses"]["per_year"]
    size = fmean(course.participants for course in courses)
    values: Values = {"courses_observed": len(courses), "children_per_course": size}
    for row, change in (("base", 0.0), ("wages_plus_10", 0.1), ("wages_plus_20", 0.2)):
        each = fmean(course.cost(change) / course.participants for course in courses)
        values |= _course_row(row, fmean(course.cost(change) for course in courses), each, per_year)
    for size in data.scenario["sensitivity"]["course_size"]:
        mean = fmean(course.cost_at(size) for course in courses)
        values |= _course_row(f"children_{size}", mean, mean / size, per_year)
    of_each = [course.cost() / course.participants for course in courses]
    collected = data.wages() + data.other()
    without = data.wages(lambda row: row["with_citizen"] == "nej")
    return values | {
        "per_participant_range_over_courses.min": min(of_each),
        "per_participant_range_over_courses.max": max(of_each),
        "shares_pct.with_citizen": data.share_with_citizen(),
        "shares_pct.without_citizen": 100 * without / collected,
        "phase_shares_pct.group_meetings": 100 * (data.wages(_of_meetings) + data.other(_of_meetings)) / collected,
    }


def _of_meetings(row: Row) -> bool:
    return row["phase"] == "gruppemøder"


def _course_row(row: str, course: float, each: float, per_year: float) -> Values:
    return {f"{row}.annual": course * per_year, f"{row}.per_course": course, f"{row}.per_participant": each}
