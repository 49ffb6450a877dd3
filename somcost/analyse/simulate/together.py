"""Inputs that move together: all wages by one share, others by a matrix of rank correlations (normal copula)."""

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any, Literal

import numpy as np

from somcost.analyse.distributions.scipy_forms import special
from somcost.cost.evaluate import Array
from somcost.model.uncertainty import Uncertainty

Why = Literal["alone", "wages", "correlation"]
LEAST_SHARE = 2.0**-53
Matrix = tuple[tuple[float, ...], ...]


@dataclass(frozen=True)
class Group:
    """Inputs drawn together (inputs, der varierer sammen).

    Attributes:
        keys: The inputs.
        why: `alone` for one by itself; `wages` move together unless the scenario says otherwise; or `correlation`.
        matrix: The rank correlations stated; none where the group moves as one.
    """

    keys: tuple[str, ...]
    why: Why = "alone"
    matrix: Matrix = ()

    @property
    def moves_as_one(self) -> bool:
        """Whether one share stands for all."""
        return all(number == 1 for row in self.matrix for number in row)

    @property
    def sources(self) -> int:
        """How many shares are drawn for it."""
        return 1 if self.moves_as_one else len(self.keys)

    @cached_property
    def factor(self) -> Array:
        """What makes normal deviates that belong together of those that do not; from correlations of normal values.

        Rank correlation r_s of two normal values is correlation 2 sin(π r_s / 6) (Pearson 1907). What is no
        correlation matrix after that by a little is made the nearest by leaving out its negative eigenvalues.
        """
        values, vectors = np.linalg.eigh(self._correlations)
        factor = vectors * np.sqrt(np.maximum(values, 0.0))
        scaled: Array = factor / np.linalg.norm(factor, axis=1, keepdims=True)
        return scaled

    @property
    def _correlations(self) -> Array:
        return np.asarray(2 * np.sin(np.pi / 6 * np.array(self.matrix)))

    @property
    def adjusted_by(self) -> float:
        """How far the correlation of any two is from the stated one, since the copula cannot hold it."""
        if self.moves_as_one:
            return 0.0
        held = 6 / math.pi * np.arcsin(np.clip(self.factor @ self.factor.T / 2, -0.5, 0.5))
        return round(float(np.abs(held - np.array(self.matrix)).max()), 12)

    def shares(self, independent: Array) -> Array:
        """Give each key's shares from independent ones, keys by draws."""
        if self.moves_as_one:
            return np.broadcast_to(independent[0], (len(self.keys), independent.shape[1]))
        within = np.clip(independent, LEAST_SHARE, 1 - LEAST_SHARE)
        found: Array = special().ndtr(self.factor @ special().ndtri(within))
        return found

    def as_dict(self) -> dict[str, Any]:
        """Give the group as plain data."""
        matrix = [list(row) for row in self.matrix] or [[1.0] * len(self.keys)] * len(self.keys)
        by = {"inputs": list(self.keys), "why": self.why, "rank_correlation": matrix}
        return {**by, "rank_correlation_adjusted_by": self.adjusted_by}


def groups_of(names: Sequence[str], uncertainty: Uncertainty) -> list[Group]:
    """Give all inputs by what they move together with, in the order of each group's first input.

    A stated correlation goes before the rule for wages: a wage that is in one does not follow the other wages.
    """
    groups = [Group(each.keys, "correlation", each.matrix) for each in uncertainty.correlations]
    taken = {key for group in groups for key in group.keys}
    groups += [Group(keys, "wages") for keys in _wages(names, uncertainty, taken)]
    taken |= {key for group in groups for key in group.keys}
    groups += [Group((name,)) for name in names if name not in taken]
    return sorted(groups, key=lambda group: min(names.index(key) for key in group.keys))


def _wages(names: Sequence[str], uncertainty: Uncertainty, taken: set[str]) -> Iterator[tuple[str, ...]]:
    wages = tuple(name for name in names if is_wage(name) and name not in taken)
    if uncertainty.wages_move_together and len(wages) > 1:
        yield wages


def is_wage(name: str) -> bool:
    """Whether a key is a job group's wage.

    >>> is_wage("job_groups.leder.monthly_wage_cost"), is_wage("wages"), is_wage("hours.job_group.leder")
    (True, False, False)
    """
    return name.startswith("job_groups.") and name.endswith("_wage_cost")
