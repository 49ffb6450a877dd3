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
    trace = Trace()
    variation = Variation(assessment, ["wages"], trace=trace)
    put_in: dict[Quantity, PutIn] = variation.put_in({"wages": np.array([ratios.wages - 1])})
    prices = _Scaled(ratios.prices)
    put_in |= {trace.one(amount): prices for amount in variation.opened.amounts()}
    names = list(variation.results)
    found = Evaluation([variation.quantity(name) for name in names], put_in=put_in).at(put_in)
    values = {name: number(value.ravel()[0]) for name, value in zip(names, found, strict=True)}
    return {name: values.get(name) for name in variation.base}


def _as_calculated(assessment: AnyAssessment) -> Mapping[str, Quantity | None]:
    if isinstance(assessment, PlanAssessment):
        return plan_results(assessment.costing)
    return levered_results(assessment.costing, AS_CALCULATED)
