"""How often each unit is drawn: circular blocks of neighbours, or each unit on its own."""

import math
from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from somcost.cost.evaluate import Array

CELLS = 2**18
"""Numbers held at once in a column of the calculation; memory does not grow with the number of draws."""


@dataclass(frozen=True, slots=True)
class Scheme:
    """How units are drawn (træk).

    Attributes:
        count: Number of units.
        draws: Number of draws.
        seed: What the draws start from.
        block: Neighbours that are drawn together; the last unit is the first one's neighbour.
        held: Whether as many units are drawn as there are; otherwise each comes by itself, once on average (Poisson).
        cells: Units, or rows of the calculation, that a draw takes.
    """

    count: int
    draws: int = 9_999
    seed: int = 0
    block: int = 1
    held: bool = True
    cells: int = 1

    def weights(self) -> Iterator[Array]:
        """Give the weights of the bootstrap, units by draws, some draws at a time; how many at a time moves nothing."""
        random = np.random.default_rng(self.seed)
        for some in self._portions(self.draws):
            size = (some, self.count)
            yield self._blocks(random, some) if self.held else random.poisson(1.0, size).T.astype(np.float64)

    def left_out(self) -> Iterator[Array]:
        """Give the weights of the jackknife: each block of neighbours left out once, the others in its place.

        A block of all units leaves nothing; then there are none.
        """
        if self.block >= self.count:
            return
        others = self.count / (self.count - self.block) if self.held else 1.0
        first = 0
        for some in self._portions(self.count):
            weights = np.full((self.count, some), others)
            starts = np.arange(first, first + some)
            for step in range(self.block):
                weights[(starts + step) % self.count, np.arange(some)] = 0.0
            first += some
            yield weights

    def _blocks(self, random: np.random.Generator, draws: int) -> Array:
        starts = random.integers(self.count, size=(draws, math.ceil(self.count / self.block), 1))
        drawn = ((starts + np.arange(self.block)) % self.count).reshape(draws, -1)[:, : self.count]
        places = drawn + self.count * np.arange(draws)[:, np.newaxis]
        counts = np.bincount(places.ravel(), minlength=draws * self.count)
        return counts.reshape(draws, self.count).T.astype(np.float64)

    def _portions(self, draws: int) -> Iterator[int]:
        most = max(1, CELLS // max(self.count, self.cells))
        for first in range(0, draws, most):
            yield min(most, draws - first)


def usual_block(count: int) -> int:
    """Give the block length where none is stated: the cube root of the number of units, rounded up.

    Source: Hall, Horowitz and Jing 1995 (a variance's best block grows with the cube root).

    >>> usual_block(14), usual_block(27), usual_block(28)
    (3, 3, 4)
    """
    return max(1, math.ceil(round(math.cbrt(count), 9)))
