"""Every result by name, with levers put in: all wages, the number of participants, the courses' size."""

from somcost.analyse.rows import AnyEstimate, Results, results_of
from somcost.analyse.tree import estimate_of
from somcost.cost.alternative import share_to_avoid
from somcost.cost.costing import Costing
from somcost.cost.estimates import CourseEstimate, Levers, unused_by_step
from somcost.cost.operating_cost import changed_wage_cost, collected_cost
from somcost.cost.quantity import Quantity
from somcost.cost.start_up_columns import start_up_costs
from somcost.cost.wages import changed_hourly_rate


def levered_results(costing: Costing, levers: Levers, *, variants: bool = True) -> Results:
    """Give every result by name: those of the whole window plainly, a variant's behind `variants.` and its name."""
    scenario = costing.givens.inputs.scenario
    results = _estimate_results(costing, estimate_of(costing), levers)
    against, each = costing.alternative, results["cost_per_participant"]
    if against is not None and each is not None:
        results["share_to_avoid"] = share_to_avoid(each, alternative_cost_per_year=against)
    parts = {variant.id: costing.within(variant) for variant in scenario.variants if variants}
    estimates = {name: (part, estimate_of(part)) for name, part in parts.items()}
    if costing.full_time:
        estimates["full_time"] = (costing, costing.full_time)
    for name, (part, estimate) in estimates.items():
        own = _estimate_results(part, estimate, levers)
        results |= {f"variants.{name}.{key}": quantity for key, quantity in own.items()}
    return results


def _estimate_results(costing: Costing, estimate: AnyEstimate, levers: Levers) -> Results:
    found = results_of(costing, estimate)
    follows = isinstance(estimate, CourseEstimate) and levers.course_size is not None
    if levers.wages is not None:
        found |= _with_wages(costing, found, levers.wages)
    if levers.participants is not None or follows:
        found = {key: quantity if key in UNMOVED else None for key, quantity in found.items()}
        of_courses = estimate.participants_at(levers) if isinstance(estimate, CourseEstimate) else None
        found["participants_per_year"] = levers.participants or of_courses
    return {**found, **estimate.costs(levers), **_unused(estimate, levers)}


UNMOVED = ("observed_months", "months_each", "start_up_cost", "start_up_cost_per_year")
"""What does not follow the number of participants; of the rest only what the estimate gives is known."""


def _with_wages(costing: Costing, found: Results, change: Quantity) -> Results:
    moved: Results = dict(start_up_costs(costing.givens, rates=changed_hourly_rate(costing.rates, change=change)))
    if found["wage_cost"] is not None:
        wages = changed_wage_cost(found["wage_cost"], change=change)
        moved["wage_cost"] = wages
        if found["collected_cost"] is not None:
            moved["collected_cost"] = collected_cost(wages, costing.other_expenses)
    return moved


def _unused(estimate: AnyEstimate, levers: Levers) -> Results:
    if isinstance(estimate, CourseEstimate):
        return {"unused_capacity": estimate.unused(levers)}
    return {f"unused_capacity.{label}": unused for label, unused in unused_by_step(estimate, levers).items()}
