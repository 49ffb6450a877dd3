"""Every result of an assessment at another price level: the same trace with wages and amounts of kr put in."""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from somcost.analyse.compare.price_level import Ratios
from somcost.analyse.planned import AnyAssessment, PlanAssessment, plan_results
from somcost.analyse.vary.levered import levered_results
from somcost.analyse.vary.one_way import number
from somcost.analyse.vary.variation import Variation
from somcost.cost.estimates import AS_CALCULATED
from somcost.cost.evaluate import Array, Evaluation, PutIn
from somcost.cost.quantity import Quantity
from somcost.cost.trace import Trace
from somcost.model.plan import PlanLine
from somcost.problems import Problem, check, refuse

Results = dict[str, float | None]


@dataclass(frozen=True, slots=True)
class _Scaled:
    """Multiplies what a quantity has by its formula."""

    ratio: float

    def __call__(self, own: Array) -> Array:
        return own * self.ratio


def results_at(assessment: AnyAssessment, ratios: Ratios) -> Results:
    """Give every result by name, with wages and all other amounts of kr multiplied (prisniveau).

    The lever `wages` takes the wages' change; other expenses, start-up expenses, fees and the alternative take the
    prices' ratio. What already has the level is as calculated.
    """
    if ratios == Ratios():
        return {name: None if each is None else number(each.value) for name, each in _as_calculated(assessment).items()}
    _refuse_what_is_taken(assessment)
    trace = Trace()
    variation = Variation(assessment, ["wages"], trace=trace)
    put_in: dict[Quantity, PutIn] = variation.put_in({"wages": np.array([ratios.wages - 1])})
    prices = _Scaled(ratios.prices)
    put_in |= {trace.one(amount): prices for amount in variation.opened.amounts()}
    names = list(variation.results)
    found = Evaluation([variation.quantity(name) for name in names], put_in=put_in).at(put_in)
    values = {name: number(value.ravel()[0]) for name, value in zip(names, found, strict=True)}
    return {name: values.get(name) for name in variation.base}


@check
def replaced_costs_come_at_their_level(line: PlanLine) -> Problem:
    """A plan that saves another's cost is assessed at the level asked for: the other's wages and prices rise apart."""
    found = "is the cost of another file, which no one index brings to another level"
    return Problem(line.location, line.key, found, "Assess the plan at that level: assess_plan(path, price_level=…).")


def saves_another(assessment: AnyAssessment) -> bool:
    """Tell whether a plan saves the cost of another file, whose wages and prices rise each by their own series."""
    return bool(_taken(assessment))


def _taken(assessment: AnyAssessment) -> list[PlanLine]:
    lines = assessment.inputs.scenario.lines if isinstance(assessment, PlanAssessment) else ()
    return [line for line in lines if line.taken is not None]


def _refuse_what_is_taken(assessment: AnyAssessment) -> None:
    refuse(replaced_costs_come_at_their_level(line) for line in _taken(assessment))


def _as_calculated(assessment: AnyAssessment) -> Mapping[str, Quantity | None]:
    if isinstance(assessment, PlanAssessment):
        return plan_results(assessment.costing)
    return levered_results(assessment.costing, AS_CALCULATED)
