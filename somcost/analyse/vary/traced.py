"""The trace of results with other values put in: what a named sensitivity's figures came of."""

from collections.abc import Mapping

import numpy as np

from somcost.analyse.planned import CaseFound, PlanAssessment
from somcost.analyse.vary.variation import Variation
from somcost.cost.evaluate import Array, Evaluation
from somcost.cost.operations import largest_of, smallest_of
from somcost.cost.quantity import Quantity
from somcost.cost.trace import steps
from somcost.model.scenario import Stated


def traced_case(assessment: PlanAssessment, found: CaseFound) -> dict[str, Quantity | None]:
    """Give every result of a named sensitivity, traced; None where it is not defined."""
    variation = Variation(assessment, found.values)
    results = {name: variation.quantity(name) for name in variation.results}
    place = found.case.location
    values = {
        name: Quantity(
            value, node.unit, node.key, provenance=Stated(f"sensitivities.{found.case.id}.set", value, place)
        )
        for name, value in found.values.items()
        if (node := variation.node(name)) is not None
    }
    made = _with(variation, results, values)
    return {
        name: made[name].named(f"sensitivities.{found.case.id}.{name}", made[name].unit) if name in made else None
        for name in assessment.tree["results"]
    }


def _with(variation: Variation, results: Mapping[str, Quantity], values: Mapping[str, Quantity]) -> dict[str, Quantity]:
    """Give the results as they come of other values of the open keys."""
    nodes = {name: variation.node(name) for name in values}
    asked = Evaluation(list(results.values()), put_in=nodes.values())
    moving = [quantity for quantity in steps(results.values()) if asked.depends(quantity)]
    put_in = variation.put_in({name: np.array([float(each.value)]) for name, each in values.items()})
    found = Evaluation(moving, put_in=nodes.values()).at(put_in)
    made = {id(node): values[name] for name, node in nodes.items()}
    for quantity, value in zip(moving, found, strict=True):
        if id(quantity) not in made:
            made[id(quantity)] = _again(quantity, value, made)
    return {name: made.get(id(quantity), quantity) for name, quantity in results.items()}


def _again(quantity: Quantity, value: Array, made: Mapping[int, Quantity]) -> Quantity:
    """Give a quantity of the trace with its value at the one point that was evaluated, over operands made anew."""
    own = float(value[..., 0]) if quantity.dimension is None else value[..., 0]
    operands = tuple(made.get(id(operand), operand) for operand in quantity.operands)
    return Quantity(own, quantity.unit, quantity.key, quantity.dimension, quantity.operation, operands, quantity.detail)


def traced_range(
    assessment: PlanAssessment, cases: Mapping[str, Mapping[str, Quantity | None]]
) -> dict[str, dict[str, Quantity]]:
    """Give the lowest and highest of every result, as calculated and with each named sensitivity alone, traced."""
    found: dict[str, dict[str, Quantity]] = {}
    for name in assessment.range():
        every = [assessment.tree["results"][name], *(case.get(name) for case in cases.values())]
        known = [each for each in every if each is not None and np.isfinite(each.value)]
        ends = {"low": ("lowest", smallest_of(known)), "high": ("highest", largest_of(known))}
        found[name] = {end: made.named(f"{key}.{name}", known[0].unit) for end, (key, made) in ends.items()}
    return found
