"""The hours and hourly rates of an assessment over job groups that it may share with another, traced."""

from collections.abc import Mapping
from dataclasses import dataclass

from somcost.analyse.compare.job_groups import known_wage
from somcost.analyse.planned import AnyAssessment, PlanAssessment
from somcost.analyse.tree import estimate_of
from somcost.cost.costing import Costing
from somcost.cost.estimates import StaffEstimate
from somcost.cost.full_time import hours_of_staff
from somcost.cost.givens import derived
from somcost.cost.operations import element, stack, total_by
from somcost.cost.plan_steady import steady_hours
from somcost.cost.quantity import Quantity
from somcost.cost.variances import hours_per_year
from somcost.cost.wages import changed_hourly_rate, hourly_rate
from somcost.model.dimensions import Dimension


@dataclass(frozen=True, slots=True, eq=False)
class Labour:
    """Hours a year and hourly rates by job group.

    Attributes:
        hours: By job group; 0 for a group that is not used.
        rates: By job group, at the price level asked for; a group that the assumption set lacks is not there.
    """

    hours: Quantity
    rates: Mapping[str, Quantity]


def labour_of(assessment: AnyAssessment, groups: Dimension, *, wages: float = 1.0) -> Labour:
    """Give hours a year and hourly rates over job groups, in use or not; of a plan those of a year in steady operation.

    Args:
        assessment: Whose.
        groups: The job groups.
        wages: What its wages are multiplied by to have the price level asked for.
    """
    rates = {group: _rate(assessment, group, wages) for group in groups.members}
    hours = _yearly(assessment, groups)
    return Labour(hours, {group: rate for group, rate in rates.items() if rate is not None})


def _yearly(assessment: AnyAssessment, groups: Dimension) -> Quantity:
    """Give the hours of a year."""
    if isinstance(assessment, PlanAssessment):
        return steady_hours(assessment.costing, groups).named("hours_per_year", "hours/year")
    costing = assessment.costing
    own, months = _hours(costing)
    places = {group: place for place, group in enumerate(costing.ledger.job_groups.members)}
    none = derived("hours_by_job_group", 0.0, "hours", words="not used")
    hours = stack([element(own, places[group]) if group in places else none for group in groups.members], groups)
    return hours_per_year(hours.named("hours_by_job_group", "hours"), observed_months=months)


def _hours(costing: Costing) -> tuple[Quantity, Quantity]:
    """Give the hours by job group, and the months they were worked in."""
    estimate, key = estimate_of(costing), "hours_by_job_group"
    if isinstance(estimate, StaffEstimate) and costing.staff is not None:
        lines = costing.staff.lines
        share = derived("employed_share", lines.month_share, "months", words="full_time_staff", over=lines.rows)
        norm = costing.givens.parameter("annual_hours_norm")
        hours = hours_of_staff(costing.staff.fte, month_share=share, annual_hours_norm=norm)
        return total_by(hours, lines.job_group).named(key, "hours"), costing.staff.staffed_months
    if costing.wages is None:
        raise AssertionError("hours come from registrations or staff")
    hours = total_by(costing.wages.costed, costing.wages.lines.categories["job_group"])
    return hours.named(key, "hours"), costing.calendar.observed_months


def _rate(assessment: AnyAssessment, group: str, wages: float) -> Quantity | None:
    costing, wage = assessment.costing, known_wage(assessment, group)
    if wage is None:
        return None
    overhead, norm = (costing.givens.parameter(name) for name in ("overhead", "annual_hours_norm"))
    rate = hourly_rate(wage, overhead=overhead, annual_hours_norm=norm)
    if wages == 1:
        return rate
    return changed_hourly_rate(rate, change=derived("wages", wages - 1, "share", words="price level"))
