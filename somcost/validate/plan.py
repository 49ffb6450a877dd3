"""Checks of a plan across its keys."""

import math
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from itertools import pairwise

from somcost.model.plan import LONGEST, Driver, Plan, PlanInputs
from somcost.model.timetable import EDGE
from somcost.problems import Problem, check, refuse
from somcost.validate import plan_institutions, prices
from somcost.validate.nearest import listed, nearest, nearest_job_group
from somcost.validate.plan_starts import years_counted

NEEDS: dict[Driver, str] = {
    "institution": "institutions",
    "employee": "employees",
    "course": "intervention.course_length",
    "session": "intervention.course_length and intervention.sessions_per_course",
    "participant": "participants.per_course, per_team or total, or residents of the institutions",
}
"""What a plan states so that a line can follow it."""


def last_start(plan: Plan) -> int:
    """Give the last year a course can start in and still finish: floor(H − D + 1); without courses the last year."""
    length, horizon = plan.intervention.course_length, plan.intervention.horizon
    return horizon if length is None else math.floor(horizon - length.value + 1 + EDGE)


def _has(plan: Plan, driver: Driver) -> bool:
    courses = plan.intervention.course_length is not None
    return {
        "intervention": True,
        "team": True,
        "institution": plan.institutions is not None,
        "employee": bool(plan.employees),
        "course": courses,
        "session": courses and plan.intervention.sessions_per_course is not None,
        "participant": plan.has_participants,
    }[driver]


@check
def courses_fit_the_horizon(inputs: PlanInputs) -> Iterator[Problem]:
    """A course is no longer than the horizon."""
    plan = inputs.scenario
    length = plan.intervention.course_length
    if length is not None and length.value > plan.intervention.horizon + EDGE:
        found = f"{length.value:g} years, longer than the horizon of {plan.intervention.horizon}"
        yield Problem(length.location, length.key, found, "Look further ahead, or shorten the course.")


@check
def teams_can_finish_a_course(inputs: PlanInputs) -> Iterator[Problem]:
    """A team starts in a year from which a course can finish inside the horizon: 1 to H − D + 1."""
    plan, last = inputs.scenario, last_start(inputs.scenario)
    for year, teams in plan.teams.items():
        named = f"teams start in year {plan.year_label(year)}"
        if year > last >= 1:
            found = f"{named}, the last from which a course can finish is {plan.year_label(last)}"
            yield Problem(teams.location, teams.key, found, "Start them earlier, or look further ahead.")
        elif year < 1:
            found = f"{named}, the first is {plan.year_label(1)}"
            yield Problem(teams.location, teams.key, found, "Start them later, or look ahead from an earlier year.")


@check
def drivers_are_in_the_plan(inputs: PlanInputs) -> Iterator[Problem]:
    """A line follows something that the plan has: employees, courses, sessions, participants."""
    for line in inputs.scenario.lines:
        if not _has(inputs.scenario, line.driver):
            advice = f"State {NEEDS[line.driver]}, or let the line follow something else."
            yield Problem(line.location, f"{line.key}.driver", f"follows {line.driver}, the plan has none", advice)


@check
def employees_are_types_of_the_plan(inputs: PlanInputs) -> Iterator[Problem]:
    """A line that follows one type of employee names it as the plan does."""
    known = [each.id for each in inputs.scenario.employees]
    for line in inputs.scenario.lines:
        if line.employee is not None and (line.employee not in known or line.driver != "employee"):
            near = nearest(line.employee, known)
            advice = f"Did you mean {near}?" if near else f"Known here: {listed(known)}; with driver employee only."
            found = f'"{line.employee}" is no type of employee that the line follows'
            yield Problem(line.location, f"{line.key}.employee", found, advice)


@check
def counts_rest_on_what_is_planned(inputs: PlanInputs) -> Iterator[Problem]:
    """Participants are counted by course where there are courses, employees by caseload of participants."""
    plan = inputs.scenario
    per_course = plan.participants.per_course
    if per_course is not None and not _has(plan, "course"):
        advice = f"State {NEEDS['course']}."
        yield Problem(per_course.location, per_course.key, "the plan has no courses", advice)
    rate = plan.participants.completion_rate
    if rate is not None and not _has(plan, "participant"):
        yield Problem(rate.location, rate.key, "the plan has no participants", f"State {NEEDS['participant']}.")
    for each in plan.employees:
        if each.caseload is not None and not _has(plan, "participant"):
            advice = f"State {NEEDS['participant']}."
            yield Problem(each.caseload.location, each.caseload.key, "the plan has no participants", advice)


@check
def named_years_lie_in_the_horizon(inputs: PlanInputs) -> Iterator[Problem]:
    """The years named for a line lie inside the horizon."""
    plan = inputs.scenario
    horizon, first = plan.intervention.horizon, plan.intervention.first_year
    for line in plan.lines:
        beyond = [year for year in line.years if not 1 <= year <= horizon]
        if beyond and first is not None:
            found = f"year {plan.year_label(beyond[0])} lies outside {plan.years[0]} to {plan.years[-1]}"
            yield Problem(line.location, f"{line.key}.years", found, "Name another year; or look further ahead.")
        elif beyond:
            found = f"year {beyond[0]} lies beyond the horizon of {horizon}"
            calendar = "State first_year to name years of the calendar."
            advice = calendar if beyond[0] > LONGEST else "Count from 1; or look further ahead."
            yield Problem(line.location, f"{line.key}.years", found, advice)


@check
def lines_fall_in_a_year(inputs: PlanInputs) -> Iterator[Problem]:
    """In every year that a line is named for something starts that it follows, or is there; else it counts nothing."""
    for line in inputs.scenario.lines:
        counted = years_counted(inputs.scenario, line) if line.years else None
        horizon = range(1, inputs.scenario.intervention.horizon + 1)
        empty = [] if counted is None else [year for year in line.years if year in horizon and year not in counted]
        if empty:
            what = "starts" if line.timing == "once" else "is there"
            found = (
                f"nothing of its driver {line.driver} {what} in year {listed(map(inputs.scenario.year_label, empty))}"
            )
            advice = "Leave the year out; or say timing: yearly for what is there and does not start."
            yield Problem(line.location, f"{line.key}.years", found, advice)


@check
def investments_last_the_horizon(inputs: PlanInputs) -> Iterator[Problem]:
    """An investment lasts to the horizon, or is bought again; one of a course or a participant need not."""
    horizon = inputs.scenario.intervention.horizon
    for line in inputs.scenario.lines:
        if line.lifetime is None or line.driver in ("course", "session", "participant"):
            continue
        begun = min(inputs.scenario.teams, default=1) if line.driver in ("team", "employee") else 1
        bought = [*(line.years or [begun]), horizon + 1]
        gap = next((year for year, later in pairwise(bought) if line.lifetime.value < later - year - EDGE), None)
        if gap is not None:
            begun_in = inputs.scenario.year_label(gap)
            found = f"lasts {line.lifetime.value:g} years from year {begun_in} of {horizon} and is not bought again"
            yield Problem(
                line.lifetime.location,
                line.lifetime.key,
                found,
                "Buy it again: a line of the intervention, years: [N].",
            )


@check
def planned_job_groups_are_in_the_set(inputs: PlanInputs) -> Iterator[Problem]:
    """Hours are those of a job group of the assumption set."""
    groups = inputs.assumptions.job_groups
    for line in inputs.scenario.lines:
        if line.job_group is not None and line.job_group not in groups:
            near = nearest_job_group(line.job_group, groups.values())
            advice = f"Did you mean {near}?" if near else f"The set has: {listed(groups)}."
            found = f'"{line.job_group}" is no job group of the set {inputs.assumptions.id}'
            yield Problem(line.location, f"{line.key}.job_group", found, advice)


@check
def planned_rates_have_their_parameters(inputs: PlanInputs) -> Iterator[Problem]:
    """The set has the overhead and the norms that the hourly rates need."""
    groups = (inputs.assumptions.job_groups.get(line.job_group or "") for line in inputs.scenario.lines)
    used = [group for group in groups if group is not None]
    needed = ["overhead", "annual_hours_norm"] if used else []
    members = [inputs.assumptions.job_groups[name] for group in used for name in group.mean_of]
    for group in (*used, *members):
        needed += [*group.adds, *(["paid_hours_norm"] if (group.basis, group.hour_basis) == ("hour", "paid") else [])]
    missing = [name for name in dict.fromkeys(needed) if name not in inputs.assumptions.parameters]
    if missing:
        found = f"the set {inputs.assumptions.id} lacks {', '.join(missing)}"
        yield Problem(inputs.scenario.location, "assumptions", found, "Add it under parameters in the set.")


@check
def planned_ids_differ(inputs: PlanInputs) -> Iterator[Problem]:
    """Lines, grants, saved expenses, employees and institutions have ids of their own: tables name them by these."""
    plan = inputs.scenario
    others = {each.id for each in plan.employees} | {each.id for each in plan.institution_list}
    counts = Counter(line.id for line in plan.lines)
    for line in plan.lines:
        if (counts[line.id] > 1 and line.category in ("grant", "saved")) or line.id in others:
            found = (
                "is the id of another line" if counts[line.id] > 1 else "is the id of employees or of an institution"
            )
            yield Problem(line.location, line.key, found, "Give it an id of its own.")


@check
def something_is_quantified(inputs: PlanInputs) -> Iterator[Problem]:
    """At least one line of resource use has a number that counts."""
    if not any(line.counts and line.category not in ("grant", "saved") for line in inputs.scenario.lines):
        yield Problem(inputs.scenario.location, "lines", "no line has a number that counts", "Quantify at least one.")


@check
def grants_name_a_line(inputs: PlanInputs) -> Iterator[Problem]:
    """A grant that pays a line names it."""
    known = [line.id for line in inputs.scenario.lines if line.category not in ("grant", "saved")]
    for line in inputs.scenario.lines:
        if line.of is not None and line.of not in known:
            near = nearest(line.of, known)
            advice = f"Did you mean {near}?" if near else f"Known here: {listed(known)}."
            yield Problem(line.location, f"{line.key}.of", f'"{line.of}" is no line of the plan', advice)


@check
def planned_lines_are_quantified(inputs: PlanInputs) -> Iterator[Problem]:
    """A line that is not quantified leaves totals that are only a part: at least with a cost, at most with a grant."""
    for line in inputs.scenario.lines:
        if line.unvalued:
            advice = "Totals say at most." if line.category in ("grant", "saved") else "Totals say at least."
            yield Problem(line.location, line.key, f"is not quantified: {line.unvalued}", advice)


PlanCheck = Callable[[PlanInputs], Iterator[Problem]]

CHECKS_OF_A_PLAN: tuple[PlanCheck, ...] = (
    courses_fit_the_horizon,
    teams_can_finish_a_course,
    drivers_are_in_the_plan,
    employees_are_types_of_the_plan,
    counts_rest_on_what_is_planned,
    plan_institutions.institutions_are_the_teams,
    plan_institutions.employees_are_counted_once,
    plan_institutions.institutions_have_their_employees,
    plan_institutions.residents_are_stated_for_all,
    named_years_lie_in_the_horizon,
    lines_fall_in_a_year,
    planned_job_groups_are_in_the_set,
    planned_rates_have_their_parameters,
    prices.wages_share_the_price_level,
    prices.planned_lines_share_the_price_level,
    prices.price_levels_have_their_series,
    prices.price_years_lie_within_the_index,
    planned_ids_differ,
    something_is_quantified,
    grants_name_a_line,
)
WARNINGS_OF_A_PLAN: tuple[PlanCheck, ...] = (
    investments_last_the_horizon,
    planned_lines_are_quantified,
    prices.index_years_are_known,
    prices.stated_rates_are_used,
)


def validate_plan(inputs: PlanInputs, known: Iterable[Problem] = ()) -> tuple[Problem, ...]:
    """Check a plan across its keys.

    Args:
        inputs: The plan as read.
        known: What is wrong besides.

    Returns:
        The warnings.

    Raises:
        InputProblems: The plan cannot be costed; it holds every fault.
    """
    refuse([*known, *(problem for each in CHECKS_OF_A_PLAN for problem in each(inputs))])
    return tuple(problem for each in WARNINGS_OF_A_PLAN for problem in each(inputs))
