"""Citizens drawn again: how many take part, how long, and the months they spent; the cost stays."""

from collections.abc import Iterable, Mapping
from dataclasses import replace

import numpy as np
from numpy.typing import ArrayLike, NDArray

from somcost.analyse.resample.units import Units
from somcost.analyse.resample.weighting import Codes, Weighting, each_weighted, named, numbered, parts_weighted
from somcost.cost.costing import Costing
from somcost.cost.evaluate import Array
from somcost.cost.operations import count_between
from somcost.cost.quantity import Quantity
from somcost.cost.trace import steps
from somcost.model.tables import Citizens

OF_EACH = ("in_window", "months_in_periods", "days_in_periods")
"""What is known of each citizen and added up."""


def citizens(costing: Costing, results: Mapping[str, Quantity]) -> Units:
    """Give the citizens who are counted in any result.

    How many came is by chance as much as who came, so their number is not held.
    """
    quantities = list(steps(results.values()))
    taking_part = [_any(column.value) for key in OF_EACH for column in _of_each(costing, quantities, key)]
    taking_part += [_any(_parts(count)) for count in _counts(quantities)]
    table = listed(costing)
    none = np.zeros(len(table), dtype=bool)
    codes = numbered(np.any([none, *taking_part], axis=0))
    members = tuple(each for each, code in zip(table.id, codes, strict=True) if code >= 0)
    return Units(members, tuple(citizen_weightings(costing, quantities, codes=codes)), held=False)


def citizen_weightings(costing: Costing, quantities: Iterable[Quantity], *, codes: Codes) -> list[Weighting]:
    """Let whatever is counted or added up over the listed citizens follow their units.

    Args:
        costing: With a list of citizens, or without one.
        quantities: The trace.
        codes: The unit of each citizen.
    """
    known = list(quantities)
    columns = [column for key in OF_EACH for column in _of_each(costing, known, key)]
    return [
        *(each_weighted(column, codes) for column in columns),
        *(parts_weighted(count, _parts(count), codes) for count in _counts(known)),
    ]


def listed(costing: Costing) -> Citizens:
    """Give the list of citizens; an empty one where the scenario names none."""
    return costing.givens.inputs.citizens or Citizens()


def _of_each(costing: Costing, quantities: list[Quantity], key: str) -> list[Quantity]:
    return [] if costing.citizens is None else named(quantities, key, over=costing.citizens.rows)


def _counts(quantities: list[Quantity]) -> list[Quantity]:
    return [quantity for quantity in quantities if quantity.operation == "count_between"]


def _parts(count: Quantity) -> Array:
    """Give what each citizen adds to a count: the same count of that citizen alone."""
    days, first, last = count.operands
    column = np.asarray(days.value)
    alone = (np.where(np.arange(len(column)) == citizen, column, np.nan) for citizen in range(len(column)))
    counts = [count_between(replace(days, value=each), first, last, where=count.detail).value for each in alone]
    return np.array(counts, dtype=np.float64)


def _any(values: ArrayLike) -> NDArray[np.bool_]:
    """Tell which citizens are counted at all."""
    column = np.asarray(values, dtype=np.float64)
    return np.asarray(np.any(column.reshape(len(column), -1) > 0, axis=1))
