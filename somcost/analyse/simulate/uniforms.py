"""Where draws come from: random or evenly spread (quasi-random) shares between 0 and 1, some draws at a time."""

import math
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

import numpy as np
from numpy.random import SeedSequence

from somcost.cost.evaluate import Array

Sampling = Literal["random", "sobol"]
BLOCK = 2**13
"""Draws held at a time; memory does not grow with their number, and all of them fit the processor's own memory."""
FRACTION = 52
"""Bits of a point: as many as a float's fraction has."""
SETS = 16
"""Evenly spread points say nothing of their own error; sets of them, each scrambled anew, do."""


@dataclass(frozen=True, slots=True)
class Source:
    """Shares, each set from a seed of its own, so that no draw depends on which others were made or in what order.

    Attributes:
        seed: What all of them start from; 0 is a seed like any other.
        each: Draws of a set.
        sets: How many sets.
        sampling: `random`, or `sobol` for Sobol' points in a random scramble.
    """

    seed: int
    each: int
    sets: int = 1
    sampling: Sampling = "random"

    @property
    def draws(self) -> int:
        """How many draws there are in all."""
        return self.each * self.sets

    def blocks(self, columns: int) -> Iterator[tuple[int, int, Array]]:
        """Give the shares, columns by draws, with the number of their set and of the first draw within it."""
        spread = _evenly if self.sampling == "sobol" else _randomly
        for number, seed in enumerate(SeedSequence(self.seed).spawn(self.sets)):
            for start, shares in zip(range(0, self.each, BLOCK), spread(seed, columns, self.each), strict=True):
                yield number, start, shares


def one_set(draws: int, *, seed: int) -> Source:
    """Give the source of as many random draws in one set."""
    return Source(seed, draws)


def sets_of(draws: int, *, seed: int, sampling: Sampling) -> Source:
    """Give the source of at least as many draws in sets of a power of two, which even spreading asks for.

    >>> sets_of(10_000, seed=0, sampling="sobol").draws
    16384
    """
    return Source(seed, 2 ** math.ceil(math.log2(max(draws / SETS, 2))), SETS, sampling)


def _randomly(seed: SeedSequence, columns: int, draws: int) -> Iterator[Array]:
    for start in range(0, draws, BLOCK):
        (own,) = seed.spawn(1)
        yield np.random.default_rng(own).random((columns, BLOCK))[:, : draws - start]


def _evenly(seed: SeedSequence, columns: int, draws: int) -> Iterator[Array]:
    from scipy.stats.qmc import Sobol  # noqa: PLC0415 - an optional library

    points = Sobol(columns, bits=FRACTION, rng=np.random.default_rng(seed))
    for start in range(0, draws, BLOCK):
        yield np.ascontiguousarray(points.random(min(BLOCK, draws - start)).T)
