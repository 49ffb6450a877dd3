"""Any keys against each other: a result in every cell of a grid."""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from somcost.analyse.planned import AnyAssessment
from somcost.analyse.vary.keys import Key
from somcost.analyse.vary.one_way import HEADLINE
from somcost.analyse.vary.variation import Variation
from somcost.cost.evaluate import Array


@dataclass(frozen=True, slots=True, eq=False)
class Grid:
    """Results over one axis a key (følsomhedstabel).

    Attributes:
        axes: The values of each key, in the order of the axes.
        keys: The keys themselves.
        results: By result, an array with one axis a key; not a number where it is not defined.
        base: Each result as calculated; None where it is not defined.
    """

    axes: Mapping[str, Array]
    keys: Mapping[str, Key]
    results: Mapping[str, Array]
    base: Mapping[str, float | None]

    @property
    def cells(self) -> int:
        """How many combinations of values there are."""
        return math.prod(len(axis) for axis in self.axes.values())

    def as_dict(self) -> dict[str, Any]:
        """Give the grid as plain data, the cells as lists in lists; None for what is not defined."""
        return {
            "axes": [
                {"key": name, "unit": self.keys[name].unit, "values": axis.tolist()} for name, axis in self.axes.items()
            ],
            "base": dict(self.base),
            "results": {name: plain_cells(cells) for name, cells in self.results.items()},
        }


def plain_cells(cells: Array) -> Any:
    """Give an array as lists in lists; None for what is not defined."""
    if cells.ndim == 0:
        return float(cells) if np.isfinite(cells) else None
    return [plain_cells(row) for row in cells]


def grid(
    assessment: AnyAssessment, axes: Mapping[str, Sequence[float] | Array], *, results: Sequence[str] = (HEADLINE,)
) -> Grid:
    """Evaluate results at every combination of the keys' values (følsomhed over flere nøgler).

    Args:
        assessment: What is varied.
        axes: By key, the values it takes.
        results: Names of results.

    Returns:
        The grid; a cell is not a number where the result is not defined there (no citizen at all).

    >>> import somcost
    >>> table = grid(somcost.assess("scenarios/jammerbugt.yaml"), {"wages": [0, 0.10], "participants": [10, 12]})
    >>> np.round(table.results["cost_per_participant"], -3)
    array([[366000., 365000.],
           [402000., 401000.]])
    """
    variation = Variation(assessment, axes)
    values = {name: np.asarray(axis, dtype=np.float64) for name, axis in axes.items()}
    found = variation.at(_crossed(values), results)
    return Grid(values, variation.keys, found, {name: variation.base[name] for name in results})


def _crossed(axes: Mapping[str, Array]) -> dict[str, Array]:
    """Give each key's values on an axis of their own."""
    count = len(axes)
    return {
        name: axis.reshape(tuple(-1 if place == number else 1 for place in range(count)))
        for number, (name, axis) in enumerate(axes.items())
    }


def vary(
    assessment: AnyAssessment, key: str, values: Sequence[float] | Array, *, results: Sequence[str] = (HEADLINE,)
) -> Grid:
    """Evaluate results at values of one key: a grid of one axis.

    >>> import somcost
    >>> line = vary(somcost.assess("scenarios/jammerbugt.yaml"), "wages", [0, 0.10, 0.20])
    >>> np.round(line.results["cost_per_participant"], -3)
    array([368000., 404000., 440000.])
    """
    return grid(assessment, {key: values}, results=results)
