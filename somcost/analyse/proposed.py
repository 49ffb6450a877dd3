"""A plan proposed from an assessment: its hours and expenses for each participant or course, and its start-up."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

import numpy as np

from somcost.analyse.assessment import Assessment
from somcost.analyse.tree import estimate_of
from somcost.cost.cost_columns import CostColumns
from somcost.cost.costing import Costing
from somcost.cost.estimates import CourseEstimate, StaffEstimate
from somcost.cost.full_time import hours_of_staff
from somcost.model.dimensions import MISSING
from somcost.model.dimensions import Category as RowCategory
from somcost.model.plan import Category, Driver, Timing


@dataclass(frozen=True, slots=True)
class ProposedLine:
    """A line of a proposed plan: hours of a job group, or an amount; `who` is trained where a fee is paid."""

    of: str
    beside: str | None
    category: Category
    driver: Driver
    timing: Timing
    hours: float | None = None
    price: float | None = None
    quantity: float | None = None
    who: str = ""


@dataclass(frozen=True, slots=True)
class Proposed:
    """A plan that has the numbers of an assessment (planforslag).

    Attributes:
        participants: Participants a year; None where none are known.
        courses: Participants of a course, and courses a year; None where there are no courses.
        completion_rate: Share who complete, where the scenario states it.
        months: The months observed that the hours are from.
        lines: The lines, of a year or of a course.
    """

    participants: float | None
    courses: tuple[float, float] | None
    completion_rate: float | None
    months: float
    lines: tuple[ProposedLine, ...]


def proposed_plan(assessment: Assessment) -> Proposed:
    """Propose a plan from an assessment: costed for a year, it gives the assessment's annual operating cost.

    Variable hours and expenses follow the participants, fixed ones the team; of group courses all follow the course.
    What comes in whole units is proposed as fixed at the units observed.
    """
    costing = assessment.shown
    estimate = estimate_of(costing)
    people, states = estimate.denominators.participants_per_year, assessment.inputs.scenario.participants
    rate = None if states is None or states.completion_rate is None else states.completion_rate.value
    courses = None
    if isinstance(estimate, CourseEstimate):
        courses = (float(estimate.mean_size.value), float(estimate.courses_per_year.value))
    number = None if people is None else float(people.value)
    return Proposed(
        participants=number,
        courses=courses,
        completion_rate=rate,
        months=float(costing.calendar.observed_months.value),
        lines=(*_start_up(assessment), *_operation(costing, number, of_courses=courses is not None)),
    )


def _operation(costing: Costing, people: float | None, *, of_courses: bool) -> Iterator[ProposedLine]:
    estimate = estimate_of(costing)
    months = costing.calendar.observed_months
    for (group, activity, variable), hours in _hours(costing).items():
        if isinstance(estimate, StaffEstimate):
            yield _line(costing, group, None, 12 * hours / float(estimate.staffed_months.value), variable, people)
        else:
            yearly = hours if of_courses else 12 * hours / float(months.value)
            yield _line(costing, group, activity, yearly, variable, people)
    for (category, variable), amount in _expenses(costing).items():
        yearly = amount if of_courses else 12 * amount / float(months.value)
        driver, share = _driver(variable, people, of_courses=of_courses)
        each = yearly / _courses(costing) if of_courses else yearly * share
        yield ProposedLine("", category, "operation", driver, _timing(driver), price=each)


def _line(
    costing: Costing, group: str, activity: str | None, hours: float, variable: bool, people: float | None
) -> ProposedLine:
    of_courses = isinstance(estimate_of(costing), CourseEstimate)
    driver, share = _driver(variable, people, of_courses=of_courses)
    each = hours / _courses(costing) if of_courses else hours * share
    return ProposedLine(group, activity, "operation", driver, _timing(driver), hours=each)


def _driver(variable: bool, people: float | None, *, of_courses: bool) -> tuple[Driver, float]:
    """Give what a line follows, and the part of a year's amount that belongs to one of it."""
    if of_courses:
        return "course", 1.0
    return ("participant", 1 / people) if variable and people else ("team", 1.0)


def _timing(driver: Driver) -> Timing:
    return "yearly" if driver == "team" else "once"


def _courses(costing: Costing) -> int:
    estimate = estimate_of(costing)
    return len(np.atleast_1d(estimate.participants.value)) if isinstance(estimate, CourseEstimate) else 1


def _hours(costing: Costing) -> Mapping[tuple[str, str | None, bool], float]:
    """Add up the costed hours by job group, activity and behaviour."""
    found: dict[tuple[str, str | None, bool], float] = defaultdict(float)
    if costing.wages is None:
        staff = costing.staff
        if staff is None:
            raise AssertionError("an assessment has registrations or staff")
        norm = costing.givens.assumptions.parameters["annual_hours_norm"].value
        lines = staff.lines
        for fte, share, code, variable in zip(
            lines.fte.tolist(), lines.month_share.tolist(), lines.job_group.codes, lines.variable, strict=True
        ):
            who = str(lines.job_group.groups.members[code])
            found[who, None, bool(variable)] += hours_of_staff(fte, month_share=share, annual_hours_norm=norm)
        return found
    costed = np.asarray(costing.wages.costed.value)
    for row, (group, activity), variable in _rows(costing.wages, ("job_group", "activity"), costing):
        if group is not None:
            found[group, activity, variable] += float(costed[row])
    return found


def _expenses(costing: Costing) -> Mapping[tuple[str | None, bool], float]:
    """Add up the other expenses by category and behaviour."""
    found: dict[tuple[str | None, bool], float] = defaultdict(float)
    columns = costing.expenses
    if columns is None:
        return found
    amounts = np.asarray(columns.amount.value)
    for row, (category,), variable in _rows(columns, ("category",), costing):
        found[category, variable] += float(amounts[row])
    return {kind: amount for kind, amount in found.items() if amount}


def _rows(
    columns: CostColumns, names: tuple[str, ...], costing: Costing
) -> Iterator[tuple[int, list[str | None], bool]]:
    """Give the number of each line that counts, what it belongs to, and whether it is variable.

    Of group courses a line of no course counts nowhere.
    """
    of_courses = isinstance(estimate_of(costing), CourseEstimate)
    categories, course = [columns.lines.categories[name] for name in names], columns.lines.categories["course"]
    for row in range(len(columns.lines.rows)):
        if not (of_courses and course.codes[row] == MISSING):
            yield row, [_member(each, row) for each in categories], bool(columns.lines.variable[row])


def _member(category: RowCategory, row: int) -> str | None:
    code = category.codes[row]
    return None if code == MISSING else str(category.groups.members[code])


def _start_up(assessment: Assessment) -> Iterator[ProposedLine]:
    """Give training and expenses before the start, once for the intervention."""
    start_up, parameters = assessment.inputs.scenario.start_up, assessment.inputs.assumptions.parameters
    givens = assessment.costing.givens
    for line in start_up.training if start_up else ():
        hours = line.persons.value * line.days.value * parameters["hours_per_day"].value
        label = None if line.label.isdigit() else line.label
        yield ProposedLine(line.job_group, label, "training", "intervention", "once", hours=hours)
        fee = givens.at_level(givens.stated(line.fee_each, "kr"), "other_expenses", None)
        if line.fee_each.value:
            price, persons = float(fee.value), line.persons.value
            once = ProposedLine("", label, "training", "intervention", "once", price=price, quantity=persons)
            yield replace(once, who=line.job_group)
    for each in start_up.expenses if start_up else ():
        amount = givens.at_level(givens.stated(each.amount, "kr"), "other_expenses", each.price_year)
        yield ProposedLine("", each.label, "preparation", "intervention", "once", price=float(amount.value))
