"""How often a unit was drawn, put into the trace: the quantities that follow the units, and how each follows them.

Weights are arrays of units by draws. All weights 1 leave every quantity as it is.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike, NDArray

from somcost.cost.evaluate import Array, PutIn
from somcost.cost.quantity import Quantity
from somcost.model.dimensions import MISSING, Dimension

Codes = NDArray[np.int64]


@dataclass(frozen=True, slots=True, eq=False)
class Weighting:
    """A quantity of the trace, and how it changes with the units' weights."""

    quantity: Quantity
    change: Callable[[Array], PutIn]


def each_weighted(quantity: Quantity, codes: Codes) -> Weighting:
    """Multiply each member by the weight of its unit: the hours of a month that was drawn twice count twice.

    Args:
        quantity: What runs over the members.
        codes: The unit each member belongs to; a member of none stays as it is.
    """

    def change(weights: Array) -> PutIn:
        factors = weights_of(weights, codes)
        return lambda own: own * factors

    return Weighting(quantity, change)


def parts_weighted(quantity: Quantity, parts: ArrayLike, codes: Codes) -> Weighting:
    """Weigh the parts that a sum is made of, where the trace does not hold them apart.

    Args:
        quantity: The sum, a scalar or over a dimension.
        parts: What each member adds to it, one row a member.
        codes: The unit each member belongs to; a member of none stays as it is.
    """
    each = np.asarray(parts, dtype=np.float64).T

    def change(weights: Array) -> PutIn:
        moved = each @ (weights_of(weights, codes) - 1)
        return lambda own: own + moved

    return Weighting(quantity, change)


def mean_weighted(quantity: Quantity) -> Weighting:
    """Make a mean over the units the weighted mean: a course that was drawn twice counts as two courses."""
    (column,) = quantity.operands
    values = np.asarray(column.value, dtype=np.float64)

    def change(weights: Array) -> PutIn:
        mean = values @ weights / weights.sum(axis=0)
        return lambda own: mean  # noqa: ARG005 - the plain mean gives way to the weighted

    return Weighting(quantity, change)


def weights_of(weights: Array, codes: Codes) -> Array:
    """Give every member the weights of its unit, 1 where it belongs to none."""
    return np.vstack([weights, np.ones(weights.shape[1])])[codes]  # MISSING is the last


def through(codes: Codes, groups: Codes) -> Codes:
    """Give every member the unit of its group; a member of no group belongs to no unit."""
    return np.append(codes, MISSING)[groups]  # MISSING is the last


def numbered(takes_part: ArrayLike) -> Codes:
    """Number those that take part; the others belong to no unit.

    >>> numbered([True, False, True]).tolist()
    [0, -1, 1]
    """
    mask = np.asarray(takes_part, dtype=bool)
    return np.where(mask, np.cumsum(mask) - 1, MISSING)


def named(quantities: Iterable[Quantity], key: str, *, over: Dimension | None) -> list[Quantity]:
    """Find the quantities of a trace with a key that run over a dimension."""
    return [quantity for quantity in quantities if quantity.key == key and quantity.dimension is over]
