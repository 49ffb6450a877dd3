"""How a difference is shared out: all coalitions where the factors are few, the hours as one, or sampled orders."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal, Protocol

import numpy as np
from numpy.typing import NDArray

from somcost.analyse.compare.factors import HOURS, Factor
from somcost.analyse.compare.shapley import Coalitions, Worth, exact_shares, sampled_shares
from somcost.cost.evaluate import Array

How = Literal["exact", "exact, hours together", "sampled"]


class Explained(Protocol):
    """A result that two assessments are points of, over what may differ between them."""

    @property
    def factors(self) -> Sequence[Factor]:
        """What the result follows from, in the order they are told."""

    def at(self, changed: Mapping[str, NDArray[np.bool_]], coalitions: int) -> Array:
        """Evaluate the result of coalitions."""

    def end(self, *, changed: bool) -> float | None:
        """Give the result of the first, or of the second where all has changed."""


Players = Sequence[Sequence[str]]
"""What changes at a time: one factor, or several together."""


@dataclass(frozen=True, slots=True)
class Method:
    """How far the exact way goes, and what is drawn beyond it."""

    exact_factors: int
    orders: int
    seed: int


@dataclass(frozen=True, slots=True)
class Shared:
    """The part of each factor that differs; standard errors where the orders were sampled."""

    how: How
    amounts: Mapping[str, float]
    errors: Mapping[str, float]


def shared(combined: Explained, method: Method) -> Shared:
    """Share a difference out among the factors that differ (Shapley-værdier)."""
    differing = [factor.name for factor in combined.factors if factor.differs]
    if not differing:
        return Shared("exact", {}, {})
    alone = [[name] for name in differing]
    if len(differing) <= method.exact_factors:
        return Shared("exact", _exact(combined, alone), {})
    hours = [name for name in differing if name.startswith(HOURS)]
    others = [[name] for name in differing if name not in hours]
    if hours and len(others) + 1 <= method.exact_factors:
        return Shared("exact, hours together", _with_hours_split(combined, hours, others), {})
    worth = _worth(combined, alone)
    amounts, errors = sampled_shares(worth, len(alone), orders=method.orders, seed=method.seed)
    return Shared("sampled", _named(alone, amounts), _named(alone, errors))


def _exact(combined: Explained, players: Players) -> dict[str, float]:
    return _named(players, exact_shares(_worth(combined, players), len(players)))


def _with_hours_split(combined: Explained, hours: Sequence[str], others: Players) -> dict[str, float]:
    """Share among the hours as one and the others; each job group's part is that of its own hours alone.

    Cost is linear in hours, so that what a job group's hours add does not depend on the other groups' hours: these
    parts add up to the part of all hours, and are those of all groups taken one by one.
    """
    together = _exact(combined, [hours, *others])
    split = {name: _exact(combined, [[name], *others])[name] for name in hours}
    return split | {name: together[name] for (name,) in others}


def _named(players: Players, amounts: Array) -> dict[str, float]:
    return {player[0]: float(amount) for player, amount in zip(players, amounts, strict=True)}


def _worth(combined: Explained, players: Players) -> Worth:
    def worth(coalitions: Coalitions) -> Array:
        changed = {name: coalitions[:, place] for place, player in enumerate(players) for name in player}
        return np.asarray(combined.at(changed, len(coalitions)))

    return worth
