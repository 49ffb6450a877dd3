"""The hourly rates of the job groups in use, from wages as stated to kr per effective hour."""

from somcost.cost.givens import GivenNumbers
from somcost.cost.operations import stack
from somcost.cost.quantity import Quantity
from somcost.cost.wages import (
    composite_monthly_wage_cost,
    hourly_rate,
    monthly_wage_cost_from_hour,
    monthly_wage_cost_from_year,
    monthly_wage_cost_with_additions,
)
from somcost.model.assumptions import JobGroup
from somcost.model.dimensions import Dimension


def hourly_rates(givens: GivenNumbers, groups: Dimension) -> Quantity:
    """Give the hourly rate of each job group (timepriser)."""
    made: dict[str, Quantity] = {}
    wages = stack([monthly_wage_cost(givens, group, made) for group in groups.members], groups)
    return hourly_rate(
        wages.named("monthly_wage_cost", "kr/month"),
        overhead=givens.parameter("overhead"),
        annual_hours_norm=givens.parameter("annual_hours_norm"),
    )


def monthly_wage_cost(givens: GivenNumbers, group_id: str, made: dict[str, Quantity]) -> Quantity:
    """Give a job group's monthly wage cost; `made` keeps each, so that a mean points at its members' own cells."""
    if group_id not in made:
        group = givens.assumptions.job_groups[group_id]
        if group.mean_of:
            members = [monthly_wage_cost(givens, member, made) for member in group.mean_of]
            made[group_id] = composite_monthly_wage_cost(members)
        else:
            made[group_id] = _own_wage(givens, group)
    return made[group_id]


def _own_wage(givens: GivenNumbers, group: JobGroup) -> Quantity:
    if group.wage is None:
        raise AssertionError(f"{group.id} has neither a wage nor members")
    wage = givens.at_level(givens.assumption(group.wage), "wages", group.wage.price_year)
    if group.basis == "year":
        wage = monthly_wage_cost_from_year(wage)
    elif group.basis == "hour":
        norm = {"effective": "annual_hours_norm", "paid": "paid_hours_norm"}[group.hour_basis]
        wage = monthly_wage_cost_from_hour(wage, hours_norm=givens.parameter(norm))
    if group.adds:
        additions = [givens.parameter(name) for name in group.adds]
        wage = monthly_wage_cost_with_additions(wage, additions=additions)
    return wage
