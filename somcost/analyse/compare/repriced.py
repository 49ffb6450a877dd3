"""Every result of an assessment at another price level: the same trace with wages and amounts of kr put in."""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from somcost.analyse.assessment import Assessment
from somcost.analyse.compare.price_level import Ratios
from somcost.analyse.vary.levered import levered_results
from somcost.analyse.vary.one_way import number
from somcost.analyse.vary.variation import Variation
from somcost.cost.costing import Costing
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


def results_at(assessment: Assessment, ratios: Ratios) -> Results:
    """Give every result by name, with wages and all other amounts of kr multiplied (prisniveau).

    The lever `wages` takes the wages' change; other expenses, start-up expenses, fees and the alternative take the
    prices' ratio. What already has the level is as calculated.
    """
    if ratios == Ratios():
        plain = levered_results(assessment.costing, AS_CALCULATED)
        return {name: None if quantity is None else number(quantity.value) for name, quantity in plain.items()}
    trace = Trace()
    variation = Variation(assessment, ["wages"], trace=trace)
    put_in: dict[Quantity, PutIn] = variation.put_in({"wages": np.array([ratios.wages - 1])})
    prices = _Scaled(ratios.prices)
    put_in |= {trace.one(amount): prices for amount in amounts_in_prices(variation.costing)}
    names = list(variation.results)
    found = Evaluation([variation.quantity(name) for name in names], put_in=put_in).at(put_in)
    values = {name: number(value.ravel()[0]) for name, value in zip(names, found, strict=True)}
    return {name: values.get(name) for name in variation.base}


def amounts_in_prices(costing: Costing) -> Iterator[Quantity]:
    """Give the amounts of kr that are no wages: expenses, start-up expenses and fees, and the alternative."""
    if costing.expenses is not None:
        yield costing.expenses.registered
    scenario = costing.givens.inputs.scenario
    keys = [scenario.alternative.cost_per_year.key] if scenario.alternative else []
    if scenario.start_up is not None:
        keys += [line.fee_each.key for line in scenario.start_up.training]
        keys += [line.amount.key for line in scenario.start_up.expenses]
    for key in keys:
        amount = costing.givens.made(key)
        if amount is not None:
            yield amount
