"""Sobol' indices: the part of a result's variance that an input, or a group of inputs, brings alone and with others.

Of two sets of draws, A and B, an input is taken from B and all else from A: what then changes is what it does.
"""

import math
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from somcost.analyse.simulate.estimates import Estimate
from somcost.cost.evaluate import Array

Values = Mapping[str, Array]


@dataclass(frozen=True, slots=True)
class Indices:
    """Sobol' indices of one result (Sobol-indeks).

    Attributes:
        variance: Of the result.
        first: By group, the part of the variance it brings alone; None where the result does not vary.
        total: By group, the part it brings alone and together with others.
        undefined: Pairs of draws left out since the result is not defined at them.
    """

    variance: float
    first: Sequence[Estimate | None]
    total: Sequence[Estimate | None]
    undefined: int


@dataclass(frozen=True, slots=True, eq=False)
class Parts:
    """Means over the pairs of one set of draws, results by groups: of what makes the two indices, and the variance.

    `at_a` are the results at A themselves, by draws.
    """

    at_a: Array
    first: Array
    total: Array
    variance: Array
    undefined: Array


def parts_of(evaluate: Callable[[Values], Array], a: Values, b: Values, groups: Sequence[Sequence[str]]) -> Parts:
    """Evaluate a function of inputs at A, at B and at A with each group from B.

    First order after Saltelli et al. 2010, mean of f(B) (f(A with i of B) − f(A)); total after Jansen 1999, half the
    mean of (f(A) − f(A with i of B))². The function is taken from its mean first, which changes neither, but steadies.

    Args:
        evaluate: Gives results by draws.
        a: The inputs' values of the one set.
        b: Of the other.
        groups: Names of inputs that are taken from B together.
    """
    at_a, at_b = evaluate(a), evaluate(b)
    mixed = [evaluate({**a, **{name: b[name] for name in group}}) for group in groups]
    defined = np.isfinite(np.stack([at_a, at_b, *mixed])).all(axis=0)
    counts = np.maximum(defined.sum(axis=1), 1)

    def mean(values: Array) -> Array:
        return np.asarray(np.where(defined, values, 0.0).sum(axis=1) / counts)

    centre = ((mean(at_a) + mean(at_b)) / 2)[:, np.newaxis]
    return Parts(
        at_a=at_a,
        first=np.stack([mean((at_b - centre) * (each - at_a)) for each in mixed], axis=1),
        total=np.stack([mean((at_a - each) ** 2) / 2 for each in mixed], axis=1),
        variance=(mean((at_a - centre) ** 2) + mean((at_b - centre) ** 2)) / 2,
        undefined=(~defined).sum(axis=1),
    )


def indices_of(parts: Iterable[Parts]) -> list[Indices]:
    """Give each result's indices from several independent sets of draws, which also tell their error."""
    found = list(parts)
    variances = np.stack([each.variance for each in found])
    first, total = (np.stack([getattr(each, name) for each in found]) for name in ("first", "total"))
    undefined = np.stack([each.undefined for each in found]).sum(axis=0)
    return [
        Indices(
            variance=float(variances[:, row].mean()),
            first=[_ratio(column, variances[:, row]) for column in first[:, row].T],
            total=[_ratio(column, variances[:, row]) for column in total[:, row].T],
            undefined=int(undefined[row]),
        )
        for row in range(variances.shape[1])
    ]


def _ratio(parts: Array, variances: Array) -> Estimate | None:
    """Give a ratio of means, and its error by how far the sets lie from it; None where nothing varies."""
    variance = float(variances.mean())
    if variance <= 0:
        return None
    ratio = float(parts.mean()) / variance
    apart = parts - ratio * variances
    error = math.sqrt(float(apart @ apart) / (len(apart) * (len(apart) - 1))) / variance
    return Estimate(ratio, error)
