"""One trace that two plans are points of: the first's, with the numbers of the second put in by their keys."""

from collections.abc import Iterator, Mapping

import numpy as np
from numpy.typing import NDArray

from somcost.analyse.compare.factors import Factor
from somcost.analyse.compare.price_level import PriceLevel, Ratios
from somcost.analyse.planned import PlanAssessment
from somcost.analyse.vary.keys import Key, keys_of
from somcost.analyse.vary.one_way import number
from somcost.analyse.vary.variation import Variation
from somcost.cost.evaluate import Array

WAGES = ("monthly_wage_cost", "annual_wage_cost", "hourly_wage_cost")
PRICES = ("price", "scrap_value")
"""How the keys of wages and of prices end: what a price level brings to another."""
TOLERANCE = 1e-9


class CombinedPlans:
    """A result of two plans that are built alike, over the numbers that differ.

    Attributes:
        factors: Every number the result follows from, in the order of the plan.
        unlike: Keys that one of them alone has: then the one cannot be explained by the other's numbers.
    """

    def __init__(self, first: PlanAssessment, second: PlanAssessment, result: str, level: PriceLevel) -> None:
        keys = [_numbers(keys_of(each)) for each in (first, second)]
        self.unlike = tuple(sorted(set(keys[0]).symmetric_difference(keys[1])))
        shared = [name for name in keys[0] if name in keys[1]]
        ratios = [level.ratios(each.inputs.assumptions.price_level) for each in (first, second)]
        self._result = result
        self._variation = Variation(first, shared)
        self.factors = tuple(
            Factor(
                name,
                keys[0][name].unit,
                *(np.array([_at(own[name], ratio)]) for own, ratio in zip(keys, ratios, strict=True)),
            )
            for name in shared
        )

    def at(self, changed: Mapping[str, NDArray[np.bool_]], coalitions: int) -> Array:
        """Evaluate the result of coalitions.

        Args:
            changed: By factor, in which coalitions it has changed; one that is not named has not.
            coalitions: How many there are.
        """
        none = np.zeros(coalitions, dtype=np.bool_)
        values = {
            factor.name: np.where(changed.get(factor.name, none), factor.second, factor.first)
            for factor in self.factors
        }
        return self._variation.at(values, [self._result])[self._result]

    def end(self, *, changed: bool) -> float | None:
        """Give the result at the first's numbers, or at the second's where all has changed."""
        return number(self.at({factor.name: np.array([changed]) for factor in self.factors}, 1)[0])


def _numbers(keys: Mapping[str, Key]) -> dict[str, Key]:
    """Give the keys that are stated numbers: no lever, and no mean of wages."""
    return dict(_stated(keys))


def _stated(keys: Mapping[str, Key]) -> Iterator[tuple[str, Key]]:
    for name, key in keys.items():
        composite = name.startswith("job_groups.") and key.assumption is None
        if name != "wages" and not composite:
            yield name, key


def _at(key: Key, ratios: Ratios) -> float:
    """Give a key's value at the common price level."""
    ends = key.name.rpartition(".")[2]
    base = float("nan") if key.base is None else key.base
    if ends in WAGES:
        return base * ratios.wages
    return base * ratios.prices if ends in PRICES else base
