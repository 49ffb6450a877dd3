"""What a figure of a derivation is a bound of, where not all of a plan has a number."""

from somcost.analyse.bound import bound_of, bound_of_category, bound_of_year
from somcost.analyse.planned import PLAN_RESULTS, AnyAssessment
from somcost.model.plan import Bound, Plan
from somcost.present.derivation.node import Node

CATEGORIES = ("cost_of_category", "category_in_year")
YEARS = ("lines_in_year", "lines_less_residual")
"""How the keys begin of a plan's categories and years."""


def bound_at(assessment: AnyAssessment, node: Node) -> Bound | None:
    """Give what the figure at a node is a bound of; None where it is whole, or no cost of a plan."""
    plan, (key, _, rest) = assessment.inputs.scenario, node.quantity.key.partition(".")
    if not isinstance(plan, Plan) or node.is_column:
        return None
    if key in ("sensitivities", "lowest", "highest"):
        return bound_of(plan, rest.partition(".")[2] if key == "sensitivities" else rest)
    if key in CATEGORIES:
        return bound_of_category(plan, node.group())
    if key in YEARS:
        return bound_of_year(plan, plan.years.index(rest))
    return bound_of(plan, key) if key in PLAN_RESULTS or key == "cost_of_institution" else None
