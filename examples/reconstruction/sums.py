"""Sums behind published figures: intervals over a few unknown amounts, solved as a linear program.

Every published cost is linear in the amounts registered (wages with and without citizens, other expenses), so a table
of rounded figures is a set of linear inequalities. The first program finds the amounts that lie as far inside all the
intervals as possible; the second stays nearly as far inside and comes as close as possible to plausible amounts.
"""

from collections.abc import Mapping

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import linprog

from reconstruction.published import Figure

Vector = NDArray[np.float64]
KEPT_MARGIN = 0.8


class Sums:
    """Unknown amounts, kr, and what is required of them."""

    def __init__(self, preferred: Mapping[str, float]) -> None:
        self.names = list(preferred)
        self.preferred = np.array(list(preferred.values()), dtype=float)
        self._rows: list[Vector] = []
        self._limits: list[float] = []
        self.margin = 0.0

    def __getitem__(self, name: str) -> Vector:
        """Give an unknown as a vector, which adds and scales as the amount does."""
        unit: Vector = np.eye(len(self.names))[self.names.index(name)]
        return unit

    def total(self, *prefixes: str) -> Vector:
        """Add up the unknowns whose names begin so."""
        return np.array([float(name.startswith(prefixes)) for name in self.names])

    def require(self, amount: Vector, figure: Figure) -> None:
        """Require that an amount rounds to a published figure."""
        half = figure.rounding / 2
        self._at_most(amount, figure.high, half)
        self._at_most(-amount, -figure.low, half)

    def require_share(self, part: Vector, whole: Vector, figure: Figure) -> None:
        """Require that a part of a whole rounds to a published percentage."""
        scale = float(np.abs(whole) @ self.preferred)
        half = figure.rounding / 2 / 100 * scale
        self._at_most(part - figure.high / 100 * whole, 0, half)
        self._at_most(figure.low / 100 * whole - part, 0, half)

    def bound(self, amount: Vector, low: float, high: float) -> None:
        """Keep an amount plausible."""
        self._at_most(amount, high, 0)
        self._at_most(-amount, -low, 0)

    def solve(self) -> dict[str, float]:
        """Find the amounts, to the krone; `margin` says how far inside the tightest interval they lie (1: amid)."""
        size = len(self.names)
        most = self._program([*np.zeros(2 * size), -1.0], least=0.0)
        self.margin = float(KEPT_MARGIN * most[-1])
        effort = np.concatenate([np.zeros(size), 1 / self.preferred, [0.0]])
        nearest = self._program(list(effort), least=self.margin)
        return {name: float(round(value)) for name, value in zip(self.names, nearest[:size], strict=True)}

    def _at_most(self, amount: Vector, limit: float, half: float) -> None:
        self._rows.append(np.append(amount, half))
        self._limits.append(limit)

    def _program(self, objective: list[float], *, least: float) -> Vector:
        """Solve for the amounts, how far each is from the preferred one, and the margin."""
        size = len(self.names)
        required = np.array(self._rows)
        rows = np.hstack([required[:, :size], np.zeros((len(required), size)), required[:, -1:]])
        one, none = np.eye(size), np.zeros((size, 1))
        apart = np.vstack([np.hstack([one, -one, none]), np.hstack([-one, -one, none])])
        limits = np.concatenate([self._limits, self.preferred, -self.preferred])
        bounds = [(0, None)] * (2 * size) + [(least, 1)]
        found = linprog(objective, A_ub=np.vstack([rows, apart]), b_ub=limits, bounds=bounds, method="highs")
        if not found.success:
            raise ValueError(f"the published figures contradict each other: {found.message}")
        solution: Vector = found.x
        return solution
