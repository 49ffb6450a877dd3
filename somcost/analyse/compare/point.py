"""What the result of an assessment rests on, as plain numbers: hours by job group, wages, norm, months, citizens."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np

from somcost.analyse.assessment import Assessment
from somcost.analyse.compare.job_groups import known_wage
from somcost.analyse.compare.price_level import Ratios
from somcost.analyse.compare.unit_costs import counts_of
from somcost.analyse.rows import AnyEstimate
from somcost.analyse.tree import estimate_of
from somcost.cost.cost_columns import CostColumns
from somcost.cost.costing import Costing
from somcost.cost.estimates import CourseEstimate, StaffEstimate
from somcost.cost.evaluate import Array
from somcost.model.scenario import Variant

FULL_TIME = "full_time"


@dataclass(frozen=True, slots=True, eq=False)
class Point:
    """One assessment, or a variant of it, as values of the factors that its results follow from.

    Attributes:
        estimate: What its results come from.
        hours: By job group: costed hours of the window, or by course; or months of full-time equivalents.
        wages: By job group, kr a month.
        expenses: kr of the window, or by course.
        numbers: Everything else by name: overhead, norm, months, denominators, courses a year.
        sizes: Participants by course; empty without courses.
        courses: The ids of the courses.
    """

    estimate: AnyEstimate
    hours: Mapping[str, Array]
    wages: Mapping[str, float]
    expenses: Array
    numbers: Mapping[str, float]
    sizes: Array
    courses: tuple[str, ...] = ()

    def at(self, ratios: Ratios) -> "Point":
        """Bring wages and expenses to another price level."""
        wages = {group: wage * ratios.wages for group, wage in self.wages.items()}
        return replace(self, wages=wages, expenses=self.expenses * ratios.prices)


def point_of(assessment: Assessment, groups: Sequence[str], *, variant: str = "") -> Point:
    """Give the values that an assessment's results follow from.

    Args:
        assessment: Whose results.
        groups: The job groups whose wages are asked for, in use here or not.
        variant: The variant whose results are meant; the whole window if none.
    """
    costing, whole = assessment.costing, assessment.costing
    cut = next((each for each in assessment.inputs.scenario.variants if each.id == variant), None)
    if cut is not None:
        costing = whole.within(cut)
    estimate = costing.full_time if variant == FULL_TIME and costing.full_time else estimate_of(costing)
    courses = estimate if isinstance(estimate, CourseEstimate) else None
    return Point(
        estimate=estimate,
        hours=_staff_months(costing) if isinstance(estimate, StaffEstimate) else _hours(costing, cut, estimate),
        wages=_wages(assessment, groups),
        expenses=np.asarray(estimate.expenses.whole.value, dtype=np.float64),
        numbers=_numbers(assessment, costing, estimate),
        sizes=np.asarray(courses.participants.value) if courses else np.empty(0),
        courses=tuple(_courses(costing)) if courses else (),
    )


def _wages(assessment: Assessment, groups: Sequence[str]) -> dict[str, float]:
    """Give the monthly wages of job groups; a group that the assumption set lacks is left out."""
    found = {group: known_wage(assessment, group) for group in groups}
    return {group: float(wage.value) for group, wage in found.items() if wage is not None}


def _numbers(assessment: Assessment, costing: Costing, estimate: AnyEstimate) -> dict[str, float]:
    parameters = assessment.inputs.assumptions.parameters
    numbers = {name: parameters[name].value for name in ("overhead", "annual_hours_norm")}
    numbers["observed_months"] = float(costing.calendar.observed_months.value)
    if isinstance(estimate, StaffEstimate):
        numbers["staffed_months"] = float(estimate.staffed_months.value)
    return numbers | counts_of(estimate)


def _courses(costing: Costing) -> list[str]:
    return [] if costing.wages is None else list(costing.wages.lines.categories["course"].groups.members)


def _hours(costing: Costing, cut: Variant | None, estimate: AnyEstimate) -> dict[str, Array]:
    """Add up the costed hours of each job group, by course where there are courses."""
    wages = costing.wages
    if wages is None:
        raise AssertionError("an estimate from registrations needs some")
    hours = np.asarray(wages.costed.value) * (1.0 if cut is None else wages.lines.periods[cut.id])
    count = len(_courses(costing)) if isinstance(estimate, CourseEstimate) else 1
    courses = wages.lines.categories["course"].codes if isinstance(estimate, CourseEstimate) else 0
    return {
        group: _summed(hours[rows], np.broadcast_to(courses, hours.shape)[rows], count)
        for group, rows in _rows_by_group(wages).items()
    }


def _summed(amounts: Array, codes: Array, count: int) -> Array:
    return np.bincount(codes.astype(np.int64), weights=amounts, minlength=count).astype(np.float64)


def _rows_by_group(wages: CostColumns) -> dict[str, Array]:
    category = wages.lines.categories["job_group"]
    found = {group: category.codes == code for code, group in enumerate(category.groups.members)}
    return {group: rows for group, rows in found.items() if rows.any()}


def _staff_months(costing: Costing) -> dict[str, Array]:
    """Add up the months of full-time equivalents of each job group."""
    if costing.staff is None:
        raise AssertionError("an estimate from full-time staff needs some")
    lines = costing.staff.lines
    months = lines.fte * lines.month_share
    members = lines.job_group.groups.members
    found = {group: lines.job_group.codes == code for code, group in enumerate(members)}
    return {group: np.array([months[rows].sum()]) for group, rows in found.items() if rows.any()}
