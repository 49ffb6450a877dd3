"""Participants: some are stated, their numbers are possible, and their years touch the window."""

from collections.abc import Iterator

from somcost.model.scenario import Inputs, Participants, Stated
from somcost.problems import Problem, check
from somcost.validate.window import in_order, spell


def citizens_in_window(inputs: Inputs) -> list[int]:
    """Give the rows of citizens whose days overlap the window."""
    window, table = inputs.scenario.window, inputs.citizens
    if table is None:
        return []
    ends = (end or window.end for end in table.end)
    each = enumerate(zip(table.start, ends, strict=True))
    return [row for row, (start, end) in each if start <= window.end and end >= window.start]


def say_how_many(inputs: Inputs) -> bool:
    """Tell whether participants a year can be known: stated, listed, or from courses."""
    stated = inputs.scenario.participants
    counted = stated is not None and (stated.count is not None or stated.per_year is not None)
    return counted or inputs.citizens is not None or inputs.scenario.courses is not None


@check
def participants_or_courses_are_given(inputs: Inputs) -> Iterator[Problem]:
    """A scenario says how many take part: count, per_year, enrolled, discharged, a list of citizens, or courses."""
    stated = inputs.scenario.participants
    yearly = stated is not None and bool(stated.enrolled or stated.discharged)
    if not say_how_many(inputs) and not yearly:
        yield Problem(
            stated.location if stated else inputs.scenario.location,
            "participants",
            "nothing says how many take part, participants or courses are needed",
            "Give count, per_year, enrolled, discharged or the path of a list of citizens; or courses.",
        )


@check
def citizens_who_left_have_an_end(inputs: Inputs) -> Iterator[Problem]:
    """A citizen who completed or was discharged has a last day: by it they are counted in their year."""
    table = inputs.citizens
    for row in range(len(table)) if table is not None else ():
        if table is not None and table.status[row] in ("completed", "discharged") and table.end[row] is None:
            found = f"the status is {table.status[row]}, and no last day is given"
            yield Problem(table.location(row, "end"), "end", found, "Give the last day, or another status.")


@check
def registrations_or_staff_are_given(inputs: Inputs) -> Iterator[Problem]:
    """A scenario has time registrations, full-time staff or both."""
    if inputs.registrations is None and inputs.staff is None:
        yield Problem(
            inputs.scenario.location,
            "time_registrations",
            "neither time registrations nor full-time staff are given, one of them is needed",
            "Name a table of hours by `time_registrations:`, or list `full_time_staff:`.",
        )


@check
def counts_of_participants_are_positive(inputs: Inputs) -> Iterator[Problem]:
    """Count, per_year and months_each are more than 0, the years' counts 0 or more and not all 0."""
    stated = inputs.scenario.participants
    if stated is None:
        return
    for number in (stated.count, stated.per_year, stated.months_each):
        if number is not None and number.value <= 0:
            yield _too_low(number, "more than 0 is expected")
    for years in (stated.enrolled, stated.discharged):
        yield from (_too_low(year, "0 or more is expected") for year in years if year.value < 0)
        if years and all(year.value == 0 for year in years):
            yield _too_low(years[0], "one year at least has more than 0")


def _too_low(number: Stated, expected: str) -> Problem:
    advice = "A cost is divided by it; leave out what is not known."
    return Problem(number.location, number.key, f"{number.value:g}, {expected}", advice)


@check
def completion_rate_is_a_share(inputs: Inputs) -> Iterator[Problem]:
    """The completion rate is a share of those who started: more than 0 and at most 1."""
    stated = inputs.scenario.participants
    rate = stated.completion_rate if stated else None
    if rate is not None and not 0 < rate.value <= 1:
        yield Problem(
            rate.location,
            rate.key,
            f"{rate.value:g} is no share, more than 0 and at most 1 is expected",
            "80 % is written 0.80; leave it out when it is not known.",
        )


@check
def counted_years_touch_the_window(inputs: Inputs) -> Iterator[Problem]:
    """The years of enrolled and discharged are years of the window."""
    window, stated = inputs.scenario.window, inputs.scenario.participants
    if stated is None or not in_order(window):
        return
    for number in (*stated.enrolled, *stated.discharged):
        if not window.start.year <= int(number.key.rsplit(".", 1)[-1]) <= window.end.year:
            yield Problem(
                number.location,
                number.key,
                f"no day of that year lies in the window {spell(window.start, window.end)}",
                "Give the counts of the years in which hours and expenses were registered.",
            )


@check
def citizens_overlap_window(inputs: Inputs) -> Iterator[Problem]:
    """At least one listed citizen is in the intervention during the window."""
    table, window = inputs.citizens, inputs.scenario.window
    if table is not None and in_order(window) and not citizens_in_window(inputs):
        stated = inputs.scenario.participants or Participants(inputs.scenario.location)
        yield Problem(
            table.location(0, "start") if len(table) else stated.location,
            "start" if len(table) else "participants.path",
            f"none of the {len(table)} citizens is in the intervention during {spell(window.start, window.end)}",
            "Look for another year or format in the list's dates; without citizens there is no cost per citizen.",
        )
