"""What does not stop an assessment but stands beside its result."""

import datetime as dt
from collections.abc import Iterator

from somcost.model.assumptions import Assumption, WageBasis
from somcost.model.calendar import calendar, first_day
from somcost.model.scenario import Inputs
from somcost.problems import Location, Problem, check
from somcost.validate.assumptions import used_parameters
from somcost.validate.courses import courses_without_lines
from somcost.validate.job_groups import used_job_groups
from somcost.validate.nearest import listed
from somcost.validate.participants import citizens_in_window, say_how_many

YEARS_BETWEEN_CHECKS = 5
PLAUSIBLE_WAGES: dict[WageBasis, tuple[int, int]] = {
    "month": (5_000, 200_000),
    "year": (60_000, 2_400_000),
    "hour": (30, 1_500),
}


@check
def expenses_are_given(inputs: Inputs) -> Iterator[Problem]:
    """Other expenses are given; without any they are 0 kr."""
    if not inputs.expenses:
        yield Problem(
            inputs.scenario.location,
            "expenses",
            "no other expenses are given, they are 0 kr",
            "If the intervention had any, list them by `expenses:`.",
        )


@check
def enough_months_are_observed(inputs: Inputs) -> Iterator[Problem]:
    """The observed months are at least `settings.few_months`, 12 unless the scenario says otherwise."""
    months = sum(month.observed_days / month.days for month in calendar(inputs.scenario.window))
    few = inputs.scenario.settings.few_months
    if months < few:
        yield Problem(
            inputs.scenario.window.location,
            "window",
            f"{months:.3g} months are observed, fewer than {few}: the annual cost rests on a part of a year",
            "Seasons and holidays may be over- or underrepresented.",
        )


@check
def observed_months_have_hours(inputs: Inputs) -> Iterator[Problem]:
    """Each observed month has a registration, where hours are registered and there are no courses."""
    table, window = inputs.registrations, inputs.scenario.window
    if table is None or inputs.scenario.courses is not None:
        return
    registered = {first_day(date) for date, hours in zip(table.date, table.hours, strict=True) if hours > 0}
    empty = [month.name for month in calendar(window) if month.observed_days and month.month not in registered]
    if empty:
        yield Problem(
            window.location,
            "window",
            f"no hours are registered in {listed(empty)}, which count as observed",
            "If nothing was registered then, name the days as a gap; each month counted lowers the annual cost.",
        )


@check
def enough_participants_take_part(inputs: Inputs) -> Iterator[Problem]:
    """The participants are at least `settings.few_participants`, 10 unless the scenario says otherwise."""
    few, found = inputs.scenario.settings.few_participants, _participants(inputs)
    if found is not None and found[0] < few:
        number, location, key = found
        many = inputs.scenario.unit.many or "participants"
        yield Problem(
            location,
            key,
            f"{number:g} {many}, fewer than {few}: one more or less moves the unit cost much",
            "See the sensitivity of participants beside the result.",
        )


def _participants(inputs: Inputs) -> tuple[float, Location, str] | None:
    stated, courses = inputs.scenario.participants, inputs.scenario.courses
    if stated is not None and stated.count is not None:
        return stated.count.value, stated.count.location, stated.count.key
    if stated is not None and inputs.citizens is not None:
        return len(citizens_in_window(inputs)), stated.location, "participants"
    if courses is not None:
        return sum(course.participants.value for course in courses.list), courses.location, "courses.list"
    if stated is not None and stated.per_year is not None:
        return stated.per_year.value, stated.per_year.location, stated.per_year.key
    for counts in (stated.enrolled, stated.discharged) if stated is not None else ():
        if counts:
            return sum(each.value for each in counts) / len(counts), counts[0].location, counts[0].key
    return None


@check
def months_each_are_known(inputs: Inputs) -> Iterator[Problem]:
    """Where participants a year are known, so is how long they take part; courses need not say."""
    stated = inputs.scenario.participants
    if stated is None or inputs.scenario.courses is not None or inputs.citizens is not None:
        return
    if stated.months_each is None and say_how_many(inputs):
        many = inputs.scenario.unit.many or "participants"
        yield Problem(
            stated.location,
            "participants.months_each",
            f"how many months {many} take part is not stated, the cost per month is not defined",
            "Add months_each, or give a list of citizens with start and end.",
        )


@check
def stated_count_is_the_listed(inputs: Inputs) -> Iterator[Problem]:
    """A stated count equals the listed citizens in the window; where it does not, the stated one is used."""
    stated = inputs.scenario.participants
    count = stated.count if stated else None
    if count is not None and inputs.citizens is not None and count.value != len(citizens_in_window(inputs)):
        yield Problem(
            count.location,
            count.key,
            f"{count.value:g} is stated, of the listed {len(citizens_in_window(inputs))} are in the window;"
            " the stated number is used",
            "Leave count out to use the list.",
        )


@check
def every_course_has_lines(inputs: Inputs) -> Iterator[Problem]:
    """Each listed course has registrations or expenses; one without is left out of the means."""
    courses = inputs.scenario.courses
    if courses is not None and (without := set(courses_without_lines(inputs))):
        for course in courses.list:
            if course.id in without:
                yield Problem(
                    course.participants.location,
                    "courses.list",
                    f'course "{course.id}" has no registration and no expense, it is left out of the means',
                    "If it ran, its hours are missing; if it did not, take it off the list.",
                )


@check
def values_are_valid(inputs: Inputs) -> Iterator[Problem]:
    """No value in use is past its `valid_to` when the window ends."""
    end = inputs.scenario.window.end
    for value in _values_in_use(inputs):
        if value.valid_to is not None and value.valid_to < end:
            yield Problem(
                value.location,
                value.key,
                f"it is valid to {value.valid_to}, the window ends {end}",
                "Look for a newer value, or say in its note why this one still holds.",
            )


@check
def values_are_checked(inputs: Inputs) -> Iterator[Problem]:
    """No value in use was last checked more than five years before the window ends."""
    end = inputs.scenario.window.end
    for value in _values_in_use(inputs):
        if value.checked is not None and _is_long_ago(value.checked, end):
            yield Problem(
                value.location,
                value.key,
                f"last checked {value.checked}, more than {YEARS_BETWEEN_CHECKS} years before the window ends {end}",
                "Check it against its source and renew the date.",
            )


def _is_long_ago(date: dt.date, end: dt.date) -> bool:
    return (date.year + YEARS_BETWEEN_CHECKS, date.month, date.day) < (end.year, end.month, end.day)


def _values_in_use(inputs: Inputs) -> Iterator[Assumption]:
    yield from used_parameters(inputs)
    yield from (group.wage for group in used_job_groups(inputs) if group.wage is not None)


@check
def wages_fit_their_period(inputs: Inputs) -> Iterator[Problem]:
    """A wage looks like one a month (5,000 to 200,000 kr), a year (60,000 to 2,400,000) or an hour (30 to 1,500)."""
    for group in used_job_groups(inputs):
        wage = group.wage
        low, high = PLAUSIBLE_WAGES[group.basis]
        if wage is not None and not low <= wage.value <= high:
            yield Problem(
                wage.location,
                wage.key,
                f"{wage.value:.15g} kr a {group.basis} is unlikely, between {low} and {high} is usual",
                "Is it a wage per month, year or hour? Each has its own key.",
            )
