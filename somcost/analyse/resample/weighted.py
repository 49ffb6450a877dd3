"""An assessment that answers again with its units weighted: each as often as it was drawn."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from typing import Literal

import numpy as np

from somcost.analyse.assessment import Assessment
from somcost.analyse.resample.citizens import citizens
from somcost.analyse.resample.courses import courses
from somcost.analyse.resample.months import months
from somcost.analyse.resample.sites import sites
from somcost.analyse.resample.units import Units
from somcost.analyse.rows import results_of
from somcost.analyse.tree import estimate_of
from somcost.analyse.vary.opened_registrations import NEEDED
from somcost.cost.costing import Costing, costing_of
from somcost.cost.evaluate import Array, Evaluation
from somcost.cost.givens import Givens
from somcost.cost.quantity import Quantity
from somcost.cost.trace import Trace
from somcost.ledger.lines import CostLines, Ledger, sums_by

Over = Literal["months", "courses", "sites", "citizens"]

UNITS: Mapping[Over, tuple[str, Callable[[Costing, Mapping[str, Quantity]], Units]]] = {
    "months": ("month", months),
    "courses": ("course", courses),
    "sites": ("site", sites),
    "citizens": ("", citizens),
}
"""By what is resampled, the category that keeps the lines apart, and what gives the units."""


class WeightedCosting:
    """The calculation of an assessment with a weight for each month, course, site or citizen.

    Attributes:
        units: What is weighted.
        rows: The longest column of the calculation, by which the draws of a block are counted.
    """

    def __init__(self, assessment: Assessment, over: Over) -> None:
        category, units_of = UNITS[over]
        ledger = _condensed(assessment.costing, category)
        costing = costing_of(Givens(assessment.inputs), ledger)
        trace = Trace()
        found = results_of(costing, estimate_of(costing))
        self._results = {name: trace.one(quantity) for name, quantity in found.items() if quantity is not None}
        self.units = units_of(costing, self._results)
        self.rows = max([len(self.units.members), *(len(lines.rows) for lines in _tables(ledger))])

    def value(self, result: str) -> float:
        """Give a result as calculated; not a number where it is not defined."""
        return float(self._results[result].value) if result in self._results else np.nan

    def follows(self, result: str) -> bool:
        """Whether a result depends on which units are drawn."""
        root = self._results[result]
        return Evaluation([root], put_in=[each.quantity for each in self.units.weightings]).depends(root)

    def at(self, weights: Iterable[Array], results: Iterable[str]) -> dict[str, Array]:
        """Evaluate results with the units weighted.

        Args:
            weights: Blocks of weights, each units by draws.
            results: Names of results that are defined.

        Returns:
            By result, one number a draw; not a number where a draw leaves it undefined.
        """
        names, weightings = list(results), self.units.weightings
        roots = [self._results[name] for name in names]
        evaluation = Evaluation(roots, put_in=[each.quantity for each in weightings])

        def block(each: Array) -> list[Array]:
            found = evaluation.at({weighting.quantity: weighting.change(each) for weighting in weightings})
            return [np.broadcast_to(column, each.shape[1:]) for column in found]

        blocks = [block(each) for each in weights]
        return {name: np.concatenate([np.empty(0), *(each[row] for each in blocks)]) for row, name in enumerate(names)}


def _condensed(costing: Costing, category: str) -> Ledger:
    """Add the lines up by what the costing needs apart and what is resampled."""
    names = {*NEEDED, category, *(["month"] if costing.months.factor is not None else [])}
    ledger = costing.ledger
    return replace(
        ledger,
        registrations=None if ledger.registrations is None else sums_by(ledger.registrations, names),
        expenses=None if ledger.expenses is None else sums_by(ledger.expenses, names),
    )


def _tables(ledger: Ledger) -> Iterator[CostLines]:
    return (lines for lines in (ledger.registrations, ledger.expenses) if lines is not None)
