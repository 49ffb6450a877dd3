"""The results as a function of the inputs' values, prepared once and evaluated block by block."""

from collections.abc import Mapping, Sequence

import numpy as np

from somcost.analyse.vary.variation import Variation
from somcost.cost.evaluate import Array


class Model:
    """Results of an assessment as a function of its uncertain inputs (modellen).

    A result that is not told when these inputs vary is not a number.
    """

    def __init__(self, variation: Variation, results: Sequence[str]) -> None:
        self.results = tuple(results)
        self._variation = variation
        self._told = [name for name in results if name in variation.results]
        self._evaluation = variation.evaluation(self._told)

    def at(self, values: Mapping[str, Array]) -> Array:
        """Give the results at the values of some draws, results by draws."""
        draws = next(len(own) for own in values.values())
        found = self._evaluation.at(self._variation.put_in(values))
        told = dict(zip(self._told, found, strict=True))
        out = np.empty((len(self.results), draws))
        for row, name in zip(out, self.results, strict=True):
            row[:] = told.get(name, np.nan)
        return out
