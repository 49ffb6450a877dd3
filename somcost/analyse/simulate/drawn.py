"""The draws of a result, in one set or in several, and what they say of it."""

from collections.abc import Callable

import numpy as np

from somcost.analyse.simulate.estimates import Estimate, chance_above, mean_of, quantile_of, sd_of, standard_error
from somcost.cost.evaluate import Array


class Draws:
    """The defined draws of a result in order of size, all of them and those of each set.

    One set's errors come from the draws themselves, those of several sets from how far the sets lie apart; where they
    all agree (no draw of any above a budget) from the draws as well.
    """

    def __init__(self, values: Array) -> None:
        self._sets = [own for own in map(_ordered, values) if len(own)]
        self._all = self._sets[0] if len(self._sets) == 1 else np.sort(np.concatenate([*self._sets, np.empty(0)]))
        self._replicated = len(values) > 1

    @property
    def count(self) -> int:
        """How many there are."""
        return len(self._all)

    def mean(self) -> Estimate:
        """Estimate the mean."""
        return self._estimate(mean_of)

    def sd(self) -> Estimate:
        """Estimate the standard deviation."""
        return self._estimate(lambda ordered: sd_of(ordered, lost=0 if self._replicated else 1))

    def quantile(self, share: float) -> Estimate:
        """Estimate a quantile."""
        return self._estimate(lambda ordered: quantile_of(ordered, share))

    def exceeds(self, threshold: float) -> Estimate:
        """Estimate the probability to lie above a threshold."""
        return self._estimate(lambda ordered: chance_above(ordered, threshold))

    def _estimate(self, statistic: Callable[[Array], Estimate]) -> Estimate:
        found = statistic(self._all)
        if not self._replicated:
            return found
        apart = np.array([statistic(own).value for own in self._sets])
        return Estimate(found.value, standard_error(apart) or found.error)


def _ordered(values: Array) -> Array:
    """Give the defined values in order of size, in one copy."""
    defined: Array = values[np.isfinite(values)]
    defined.sort()
    return defined
