"""Citizens too few to be told of: what is refused, and what is hidden and said to be (diskretionering)."""

from collections.abc import Iterator

from somcost.model.calendar import first_day, month_name
from somcost.model.few import LEAST_HIDDEN_COURSES, few_events, hidden_members
from somcost.model.scenario import Course, Inputs
from somcost.problems import Location, Problem, check
from somcost.validate.courses import courses_without_lines
from somcost.validate.nearest import listed
from somcost.validate.participants import citizens_in_window

HELP = "Assess it together with others; `settings: {fewest_citizens: …}` says how few may be told of."


def courses_with_lines(inputs: Inputs) -> list[Course]:
    """Give the courses that are costed."""
    courses, without = inputs.scenario.courses, courses_without_lines(inputs)
    return [course for course in courses.list if course.id not in without] if courses else []


def hidden_courses(inputs: Inputs) -> frozenset[str]:
    """Give the courses whose own figures no output shows."""
    if inputs.scenario.courses is None:
        return frozenset()
    sizes = {course.id: course.participants.value for course in courses_with_lines(inputs)}
    return hidden_members(sizes, fewest=inputs.scenario.settings.fewest_citizens, least=LEAST_HIDDEN_COURSES)


@check
def enough_citizens_are_observed(inputs: Inputs) -> Iterator[Problem]:
    """A result rests on three observed citizens or more; `settings.fewest_citizens` says another number."""
    fewest = inputs.scenario.settings.fewest_citizens
    for number, location, key in _observed(inputs):
        if 0 < number < fewest:
            found = f"{number:g} observed, a result is given for {fewest} or more: it would tell of one of them"
            yield Problem(location, key, found, HELP)


def _observed(inputs: Inputs) -> Iterator[tuple[float, Location, str]]:
    stated = inputs.scenario.participants
    if stated is not None and stated.count is not None:
        yield stated.count.value, stated.count.location, stated.count.key
    if stated is not None and inputs.citizens is not None:
        yield len(citizens_in_window(inputs)), stated.location, "participants"
    if inputs.scenario.courses is not None:
        sizes = [course.participants.value for course in courses_with_lines(inputs)]
        yield sum(sizes), inputs.scenario.courses.location, "courses.list"


@check
def small_courses_stand_among_others(inputs: Inputs) -> Iterator[Problem]:
    """A course of fewer than three participants stands among three or more; else the totals would tell of it."""
    courses = inputs.scenario.courses
    if courses is None:
        return
    costed = courses_with_lines(inputs)
    if hidden_courses(inputs) and len(costed) < LEAST_HIDDEN_COURSES:
        fewest = inputs.scenario.settings.fewest_citizens
        found = f"a course has fewer than {fewest} participants, and of {len(costed)} courses the totals tell of each"
        yield Problem(courses.location, "courses.list", found, HELP)


@check
def months_hold_more_than_small_courses(inputs: Inputs) -> Iterator[Problem]:
    """No month has lines of courses alone that have fewer than three participants together."""
    courses, fewest = inputs.scenario.courses, inputs.scenario.settings.fewest_citizens
    if courses is None or not hidden_courses(inputs):
        return
    sizes = {course.id: course.participants.value for course in courses_with_lines(inputs)}
    months: dict[str, set[str]] = {}
    for table in (inputs.registrations, inputs.expenses):
        for date, course in zip(table.date, table.course, strict=True) if table is not None else ():
            if course in sizes:
                months.setdefault(month_name(first_day(date)), set()).add(course)
    alone = [month for month, present in sorted(months.items()) if sum(map(sizes.__getitem__, present)) < fewest]
    if alone:
        found = f"the courses with lines in {listed(alone)} have fewer than {fewest} participants together"
        yield Problem(courses.location, "courses.list", found, HELP)


@check
def events_are_many_enough(inputs: Inputs) -> Iterator[Problem]:
    """A cost per enrolled, discharged or completed is given where three or more are; else it is not shown."""
    fewest = inputs.scenario.settings.fewest_citizens
    stated, table = inputs.scenario.participants, inputs.citizens
    if stated is None:
        return
    for event in few_events(inputs):
        found = f"fewer than {fewest} are {event} in the window: the cost per {event} is not shown"
        place = stated.location if table is None else table.location(0) if len(table) else stated.location
        yield Problem(place, "participants", found, "Few citizens are not told of.")


@check
def small_courses_are_hidden(inputs: Inputs) -> Iterator[Problem]:
    """Figures of a course of fewer than three participants are not shown, nor those a total would tell it by."""
    courses, hidden = inputs.scenario.courses, hidden_courses(inputs)
    if courses is not None and hidden:
        fewest = inputs.scenario.settings.fewest_citizens
        parts = ", nor the sub-periods" if inputs.scenario.variants else ""
        found = (
            f"{len(hidden)} courses are not shown{parts}: one or more has fewer than {fewest} participants,"
            " and the totals would tell of it"
        )
        yield Problem(courses.location, "courses.list", found, "The totals hold them all.")
