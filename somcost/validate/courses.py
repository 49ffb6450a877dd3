"""Group courses: named once, within their seats, and tied to the lines that cost."""

from collections import Counter
from collections.abc import Iterator

from somcost.model.calendar import calendar
from somcost.model.scenario import Courses, Inputs, Participants, Stated
from somcost.model.tables import Expenses, Registrations
from somcost.problems import Location, Problem, check
from somcost.validate.nearest import listed, nearest
from somcost.validate.participants import citizens_in_window


def courses_without_lines(inputs: Inputs) -> tuple[str, ...]:
    """Give the courses that no registration or expense belongs to, in the scenario's order."""
    courses = inputs.scenario.courses
    tables = (inputs.registrations, inputs.expenses)
    with_lines: set[str | None] = set().union(*(table.course for table in tables if table is not None))
    return tuple(course.id for course in courses.list if course.id not in with_lines) if courses else ()


@check
def courses_have_registrations(inputs: Inputs) -> Iterator[Problem]:
    """Group courses are costed from time registrations; full-time staff alone does not tell what a course costs."""
    courses = inputs.scenario.courses
    if courses is not None and courses.list and inputs.registrations is None:
        found = "are given without time registrations, which they are costed from"
        yield Problem(courses.location, "courses", found, "Add time_registrations with a column course.")


@check
def courses_are_listed(inputs: Inputs) -> Iterator[Problem]:
    """Courses name at least one course."""
    courses = inputs.scenario.courses
    if courses is not None and not courses.list:
        yield Problem(
            courses.location,
            "courses.list",
            "no course is listed, at least one is needed",
            "List each observed course with id and participants.",
        )


@check
def courses_are_named_once(inputs: Inputs) -> Iterator[Problem]:
    """No two courses share an id."""
    courses = inputs.scenario.courses
    counts = Counter(course.id for course in courses.list) if courses else Counter()
    seen: set[str] = set()
    for course in courses.list if courses else ():
        if course.id in seen:
            yield Problem(
                course.participants.location,
                "courses.list",
                f'"{course.id}" is listed {counts[course.id]} times, a course is listed once',
                "Give each course an id of its own, the same as in the tables' column course.",
            )
        seen.add(course.id)


@check
def courses_have_participants(inputs: Inputs) -> Iterator[Problem]:
    """Participants of a course, courses a year and seats of a course are more than 0."""
    courses = inputs.scenario.courses
    for number in _numbers(courses) if courses else ():
        if number.value <= 0:
            yield Problem(
                number.location,
                number.key,
                f"{number.value:g}, more than 0 is expected",
                "A cost is divided by it; leave out a course that nobody took part in.",
            )


def _numbers(courses: Courses) -> Iterator[Stated]:
    yield from (course.participants for course in courses.list)
    yield courses.per_year
    if courses.capacity is not None:
        yield courses.capacity


@check
def participants_fit_capacity(inputs: Inputs) -> Iterator[Problem]:
    """No course has more participants than seats, and no year more than its courses hold."""
    courses, stated = inputs.scenario.courses, inputs.scenario.participants
    if courses is None or courses.capacity is None:
        return
    seats = courses.capacity.value
    for course in courses.list:
        if course.participants.value > seats:
            yield _over(course.participants, f'in course "{course.id}"', most=seats)
    yearly = _yearly(inputs, stated)
    if yearly is not None and yearly.value > seats * courses.per_year.value:
        yield _over(yearly, f"in {courses.per_year.value:g} courses a year", most=seats * courses.per_year.value)


def _yearly(inputs: Inputs, stated: Participants | None) -> Stated | None:
    """Give the participants a year, as stated or counted in the window."""
    if stated is None or stated.per_year is not None:
        return None if stated is None else stated.per_year
    months = sum(month.window_days / month.days for month in calendar(inputs.scenario.window))
    if stated.count is not None:
        return Stated(stated.count.key, stated.count.value * 12 / months, stated.count.location)
    listed = len(citizens_in_window(inputs))
    return Stated("participants.path", listed * 12 / months, stated.location) if listed else None


@check
def varied_sizes_fit_capacity(inputs: Inputs) -> Iterator[Problem]:
    """A sensitivity puts no more participants into a course than it has seats."""
    courses, varied = inputs.scenario.courses, inputs.scenario.sensitivity
    if courses is None or courses.capacity is None:
        return
    seats = courses.capacity.value
    for number in varied.course_size:
        if number.value > seats:
            yield _over(number, "in a course", most=seats)


def _over(number: Stated, where: str, *, most: float) -> Problem:
    message = f"{number.value:g} participants {where}, courses.capacity allows {most:g}"
    return Problem(number.location, number.key, message, "Correct the number, or the capacity.")


@check
def lines_name_a_listed_course(inputs: Inputs) -> Iterator[Problem]:
    """With courses, every registration and expense belongs to a listed course."""
    if inputs.scenario.courses is None or not inputs.scenario.courses.list:
        return
    for table in (inputs.registrations, inputs.expenses):
        if table is not None:
            yield from _unlisted(inputs.scenario.courses, table)


def _unlisted(courses: Courses, table: Registrations | Expenses) -> Iterator[Problem]:
    known = [course.id for course in courses.list]
    for name in sorted(set(table.course) - set(known), key=lambda name: name or ""):
        rows = [row for row, course in enumerate(table.course) if course == name]
        count = f" ({len(rows)} rows)" if len(rows) > 1 else ""
        found = f'"{name}"{count} is no listed course' if name else f"no course is named{count}, each line needs one"
        near = nearest(name, known) if name else None
        advice = f"Did you mean {near}?" if near else f"Listed are {listed(known)}."
        yield Problem(_place(table, rows[0]), "course", found, advice)


def _place(table: Registrations | Expenses, row: int) -> Location:
    return table.location(row, "course")
