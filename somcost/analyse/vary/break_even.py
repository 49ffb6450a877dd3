"""At which value of a key does a result meet a target? None, one or several answers."""

import math
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from somcost.analyse.planned import AnyAssessment
from somcost.analyse.vary.keys import Key
from somcost.analyse.vary.one_way import HEADLINE
from somcost.analyse.vary.ranges import is_possible, varied_values_are_possible
from somcost.analyse.vary.variation import Variation
from somcost.cost.evaluate import Array
from somcost.cost.operations import WHOLE_DECIMALS
from somcost.problems import Location, refuse

POINTS = 20_001
"""Values tried between the ends; two answers closer than that are seen as one or as none."""
HALVINGS = 200
RELATIVE_TOLERANCE = 1e-9
WIDEST = 10.0
"""A key without a range of its own is tried to ten times its value."""
MOST_UNITS = 100_000
NEXT_UNIT = 10.0**-WHOLE_DECIMALS
"""So much of a unit more than is full asks for another one."""


@dataclass(frozen=True, slots=True)
class BreakEven:
    """The values of a key at which a result meets a target (break-even).

    Attributes:
        key: What is varied.
        result: The result that shall meet the target.
        target: The target, in the result's unit.
        low: Lowest value tried.
        high: Highest value tried.
        values: The answers in order; none where the target is met at no single value.
        jumps: Where the result jumps over the target without meeting it, as stepwise costs do.
        stretches: From where to where the target is met at every value, as on a step of stepwise costs.
        is_alternative: Whether the target is what the scenario's alternative costs a year.
    """

    key: Key
    result: str
    target: float
    low: float
    high: float
    values: tuple[float, ...]
    jumps: tuple[float, ...] = ()
    stretches: tuple[tuple[float, float], ...] = ()
    is_alternative: bool = False

    def as_dict(self) -> dict[str, Any]:
        """Give the answers as plain data."""
        return {
            "key": self.key.name,
            "unit": self.key.unit,
            "value": self.key.base,
            "result": self.result,
            "target": self.target,
            "target_is_alternative": self.is_alternative,
            "tried_from": self.low,
            "tried_to": self.high,
            "values": list(self.values),
            "jumps": list(self.jumps),
            "stretches": [list(each) for each in self.stretches],
        }


def break_even(
    assessment: AnyAssessment,
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
        between: Lowest and highest value tried; from nothing to ten times the value, or as far as it can be, if not
            given.

    Returns:
        Every answer between the ends; put back, each gives the target to 1e-9.

    Raises:
        InputProblems: The key cannot be varied, or not to these ends, or the result is not defined when it is.

    >>> import somcost
    >>> found = break_even(somcost.assess("scenarios/jammerbugt.yaml"), "wages", target=504_000)
    >>> [round(value, 3) for value in found.values]
    [0.377]
    """
    variation = Variation(assessment, [key])
    varied = variation.keys[key]
    low, high = between or tried(varied)
    place = Location(assessment.inputs.scenario.location.file)
    refuse(varied_values_are_possible(place, varied, end) for end in (low, high) if not is_possible(varied, end))

    variation.quantity(result)  # refuses a result that is not defined when the key is varied

    def gap(values: Array) -> Array:
        return variation.at({key: values}, [result])[result] - target

    points = np.unique(np.concatenate([np.linspace(low, high, POINTS), stepping_points(varied, low, high)]))
    values, jumps, found = _crossings(gap, points, target)
    stretches = [(first, last if full is None else full) for first, last in found for full in [just_over(varied, last)]]
    return BreakEven(varied, result, target, low, high, tuple(values), tuple(jumps), tuple(stretches))


def tried(key: Key) -> tuple[float, float]:
    """Give the ends between which a key is tried: from nothing, or next to it, to ten times its value."""
    if key.name == "wages":
        return -0.99, WIDEST
    base = abs(key.base) if key.base else WIDEST
    return 0.0 if is_possible(key, 0.0) else base / (POINTS - 1), min(WIDEST * base, key.most)


def stepping_points(key: Key, low: float, high: float) -> Array:
    """Give the values between two ends at which whole units are full, and the values just above them."""
    full, above = [np.empty(0)], [np.empty(0)]
    for unit in key.steps:
        first = max(math.ceil(low / unit), 0)
        whole = unit * np.arange(first, min(high / unit, first + MOST_UNITS))
        full.append(whole)
        above.append(whole + NEXT_UNIT * unit)
    both = np.concatenate([*full, *above])
    return both[(both >= low) & (both <= high)]


def just_over(key: Key, value: float) -> float | None:
    """Give how much fills whole units, where a value asks for another one by the least that can be."""
    for unit in key.steps:
        more = value / unit - round(value / unit)
        if 0 < more < 2 * NEXT_UNIT:
            return round(value / unit) * unit
    return None


Gap = Callable[[Array], Array]
Stretch = tuple[float, float]


def _crossings(gap: Gap, points: Array, target: float) -> tuple[list[float], list[float], list[Stretch]]:
    """Give the values that meet the target, those at which it is jumped over, and stretches that meet it all along."""
    tolerance = RELATIVE_TOLERANCE * max(abs(target), 1.0)
    found = gap(points)
    meets = np.abs(found) <= tolerance
    signs = np.where(meets, 0.0, np.sign(found))
    crosses = np.flatnonzero(signs[:-1] * signs[1:] < 0)
    below, above = _halved(lambda values: np.sign(gap(values)), points[crosses], points[crosses + 1])
    nearest = np.where(np.abs(gap(below)) <= np.abs(gap(above)), below, above)
    hits = np.abs(gap(nearest)) <= tolerance
    single, stretches = _runs(gap, points, meets, tolerance)
    return sorted({*single, *nearest[hits].tolist()}), above[~hits].tolist(), stretches


def _runs(gap: Gap, points: Array, meets: NDArray[np.bool_], tolerance: float) -> tuple[list[float], list[Stretch]]:
    """Part the points that meet the target into single ones and stretches of neighbours, these with their true ends."""
    edges = np.flatnonzero(np.diff(np.concatenate([[0], meets.astype(np.int8), [0]])))
    single, stretches = [], []
    for first, last in zip(edges[::2].tolist(), (edges[1::2] - 1).tolist(), strict=True):
        if first == last:
            single.append(float(points[first]))
            continue
        outer = points[[max(first - 1, 0), min(last + 1, len(points) - 1)]]
        inner = points[[first, last]]
        _, ends = _halved(lambda values: np.abs(gap(values)) <= tolerance, outer, inner)
        stretches.append((float(ends[0]), float(ends[1])))
    return single, stretches


def _halved(side: Callable[[Array], NDArray[Any]], first: Array, second: Array) -> tuple[Array, Array]:
    """Halve all intervals whose ends lie on different sides until nothing lies between the ends."""
    if not first.size:
        return first, second
    start = side(first)
    for _ in range(HALVINGS):
        middle = (first + second) / 2
        if ((middle == first) | (middle == second)).all():
            break
        same = side(middle) == start
        first, second = np.where(same, middle, first), np.where(same, second, middle)
    return first, second
