"""A plan with some of its keys left open."""

from collections.abc import Iterator, Mapping

from somcost.analyse.planned import PlanAssessment, plan_results
from somcost.analyse.vary.keys import Key, mean_wages
from somcost.analyse.vary.opened import Opened, lever
from somcost.cost.plan_costing import PlanCosting
from somcost.cost.quantity import Quantity
from somcost.model.scenario import Stated


def open_plan(assessment: PlanAssessment, keys: Mapping[str, Key]) -> Opened:
    """Leave keys of a plan open."""
    change = lever(keys, "wages")
    costing = assessment.costing if change is None else assessment.costing.at_wages(change)
    return Opened(
        results=plan_results(costing),
        as_calculated=lambda: assessment.tree["results"],
        nodes=dict(_nodes(costing, keys)),
        amounts=lambda: list(_amounts(costing)),
    )


def _nodes(costing: PlanCosting, keys: Mapping[str, Key]) -> Iterator[tuple[str, Quantity]]:
    wages = mean_wages(costing)
    for name in keys:
        node = costing.wages if name == "wages" else wages.get(name) or costing.givens.made(name)
        if node is None:
            raise AssertionError(f"{name} can be varied and stands nowhere in the plan's trace")
        yield name, node


def _amounts(costing: PlanCosting) -> Iterator[Quantity]:
    for line in costing.lines:
        for stated in (line.price, line.scrap_value):
            amount = costing.givens.made(stated.key) if isinstance(stated, Stated) else None
            if amount is not None:
                yield amount
