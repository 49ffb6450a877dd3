"""The job groups of two assessments together, and what an hour or month of each costs in either."""

from collections.abc import Iterator

import numpy as np

from somcost.analyse.planned import AnyAssessment, PlanAssessment
from somcost.analyse.vary.keys import monthly_wages
from somcost.cost.givens import GivenNumbers
from somcost.cost.quantity import Quantity
from somcost.cost.rates import monthly_wage_cost


def job_groups_with_hours(*assessments: AnyAssessment) -> list[str]:
    """Give the job groups that any of the assessments has hours of, in the order of the first that has them."""
    return list(dict.fromkeys(group for each in assessments for group in _with_hours(each)))


def _with_hours(assessment: AnyAssessment) -> Iterator[str]:
    if isinstance(assessment, PlanAssessment):
        return (line.job_group for line in assessment.costing.lines if line.job_group is not None)
    costing = assessment.costing
    categories = [costing.wages.lines.categories["job_group"]] if costing.wages else []
    categories += [costing.staff.lines.job_group] if costing.staff else []
    used = {int(code) for category in categories for code in np.unique(category.codes)}
    return (group for place, group in enumerate(costing.ledger.job_groups.members) if place in used)


def known_wage(assessment: AnyAssessment, group: str) -> Quantity | None:
    """Give the monthly wage of a job group, also of one that is not used; None where the assumption set has none."""
    used = monthly_wages(assessment.costing).get(group)
    if used is not None or group not in assessment.inputs.assumptions.job_groups:
        return used
    try:
        givens = GivenNumbers(assessment.inputs.assumptions, assessment.inputs.prices)
        return monthly_wage_cost(givens, group, {})
    except KeyError:  # the set may lack a parameter that only this group, which is not used, would need
        return None
