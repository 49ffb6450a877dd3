"""How the mean of the first draws settles as their number rises."""

import math
from dataclasses import dataclass

import numpy as np

from somcost.analyse.simulate.estimates import Estimate, standard_error
from somcost.cost.evaluate import Array

POINTS = 20
FIRST_POINT = 50


@dataclass(frozen=True, slots=True)
class Step:
    """The mean of the first draws, and its standard error."""

    draws: int
    mean: Estimate


def convergence(values: Array) -> tuple[Step, ...]:
    """Give the mean of the first draws of every set, and its error, at some twenty numbers of draws."""
    sets, each = values.shape
    numbers = np.unique(np.geomspace(min(FIRST_POINT, each), each, POINTS).astype(int)).tolist()
    centre = float(np.nanmean(values[:, : numbers[0]])) if np.isfinite(values[:, : numbers[0]]).any() else 0.0
    counts, sums, squares = (np.zeros(sets) for _ in range(3))
    steps, start = [], 0
    for stop in numbers:
        part = values[:, start:stop] - centre
        part[~np.isfinite(part)] = 0.0
        counts += np.isfinite(values[:, start:stop]).sum(axis=1)
        sums += part.sum(axis=1)
        squares += np.einsum("ij,ij->i", part, part)
        if counts.all() and counts.sum() > 1:
            steps.append(Step(sets * stop, _running(centre, counts, sums, squares)))
        start = stop
    return tuple(steps)


def _running(centre: float, counts: Array, sums: Array, squares: Array) -> Estimate:
    count, total = counts.sum(), sums.sum()
    mean = centre + total / count
    if len(counts) > 1:
        return Estimate(float(mean), standard_error(sums / counts))
    variance = max(squares.sum() - total**2 / count, 0.0) / (count - 1)
    return Estimate(float(mean), math.sqrt(variance / count))
