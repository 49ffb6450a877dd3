"""At which value of a key does a result meet a target? None, one or several answers."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import numpy as np

from somcost.analyse.assessment import Assessment
from somcost.analyse.vary.keys import Key
from somcost.analyse.vary.one_way import HEADLINE
from somcost.analyse.vary.variation import Variation
from somcost.cost.evaluate import Array

POINTS = 20_001
"""Values tried between the ends; two answers closer than that are seen as one or as none."""
HALVINGS = 200
RELATIVE_TOLERANCE = 1e-9
WIDEST = 10.0
"""A key without a range of its own is tried to ten times its value."""


@dataclass(frozen=True, slots=True)
class BreakEven:
    """The values of a key at which a result meets a target (break-even).

    Attributes:
        key: What is varied.
        result: The result that shall meet the target.
        target: The target, in the result's unit.
        low: Lowest value tried.
        high: Highest value tried.
        values: The answers in order; none where the target is never met.
        jumps: Where the result jumps over the target without meeting it, as stepwise costs do.
    """

    key: Key
    result: str
    target: float
    low: float
    high: float
    values: tuple[float, ...]
    jumps: tuple[float, ...] = ()

    def as_dict(self) -> dict[str, Any]:
        """Give the answers as plain data."""
        return {
            "key": self.key.name,
            "unit": self.key.unit,
            "value": self.key.base,
            "result": self.result,
            "target": self.target,
            "tried_from": self.low,
            "tried_to": self.high,
            "values": list(self.values),
            "jumps": list(self.jumps),
        }


def break_even(
    assessment: Assessment,
    key: str,
    *,
    target: float,
    result: str = HEADLINE,
    between: tuple[float, float] | None = None,
) -> BreakEven:
    """Find the values of a key at which a result meets a target (break-even).

    Args:
        assessment: What is varied.
        key: The key that is varied.
        target: The value the result shall have.
        result: Name of the result.
        between: Lowest and highest value tried; from nothing to ten times the value if not given.

    Returns:
        Every answer between the ends; put back, each gives the target to 1e-9.

    >>> import somcost
    >>> found = break_even(somcost.assess("scenarios/jammerbugt.yaml"), "wages", target=504_000)
    >>> [round(value, 3) for value in found.values]
    [0.377]
    """
    variation = Variation(assessment, [key])
    low, high = between or tried(variation.keys[key])
    if not variation.follows(result):
        return BreakEven(variation.keys[key], result, target, low, high, ())

    def gap(values: Array) -> Array:
        return variation.at({key: values}, [result])[result] - target

    values, jumps = _crossings(gap, np.linspace(low, high, POINTS), target)
    return BreakEven(variation.keys[key], result, target, low, high, values, jumps)


def tried(key: Key) -> tuple[float, float]:
    """Give the ends between which a key is tried."""
    if key.name == "wages":
        return -0.99, WIDEST
    base = abs(key.base) if key.base else WIDEST
    return base / (POINTS - 1), WIDEST * base


def _crossings(
    gap: Callable[[Array], Array], points: Array, target: float
) -> tuple[tuple[float, ...], tuple[float, ...]]:
    found = gap(points)
    exact = points[found == 0]
    signs = np.sign(found)
    crosses = np.flatnonzero(signs[:-1] * signs[1:] < 0)
    below, above = _halved(gap, points[crosses], points[crosses + 1])
    nearest = np.where(np.abs(gap(below)) <= np.abs(gap(above)), below, above)
    meets = np.abs(gap(nearest)) <= RELATIVE_TOLERANCE * max(abs(target), 1.0)
    values = sorted({*exact.tolist(), *nearest[meets].tolist()})
    return tuple(values), tuple(above[~meets].tolist())


def _halved(gap: Callable[[Array], Array], below: Array, above: Array) -> tuple[Array, Array]:
    """Halve all intervals that hold a crossing until nothing lies between their ends."""
    if not below.size:
        return below, above
    start = np.sign(gap(below))
    for _ in range(HALVINGS):
        middle = (below + above) / 2
        if not ((below < middle) & (middle < above)).any():
            break
        same = np.sign(gap(middle)) == start
        below, above = np.where(same, middle, below), np.where(same, above, middle)
    return below, above
