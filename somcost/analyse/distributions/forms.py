"""Families of distributions by their quantile functions: which value has a given share of all values below it.

Drawn are shares, uniform between 0 and 1: so inputs can move together, and draws can be evenly spread.
"""

from dataclasses import dataclass
from typing import Any, ClassVar, Protocol

import numpy as np

from somcost.cost.evaluate import Array


class Form(Protocol):
    """A distribution (fordeling) with all its numbers."""

    needs_scipy: ClassVar[bool]
    """Whether its quantile function is taken from scipy; then it is slow, and a table of it is worth its while."""

    @property
    def name(self) -> str:
        """Its family's name."""

    @property
    def mean(self) -> float:
        """Its mean."""

    @property
    def ends(self) -> tuple[float, float]:
        """Its lowest and highest value; where it has none, the value that a millionth lies beyond."""

    def quantile(self, shares: Array) -> Array:
        """Give the values that have so large shares of all values below them."""

    def as_dict(self) -> dict[str, Any]:
        """Give the family and its numbers as plain data."""


@dataclass(frozen=True, slots=True)
class Uniform:
    """Every value between low and high alike (ligefordeling)."""

    low: float
    high: float
    name: ClassVar[str] = "uniform"
    needs_scipy: ClassVar[bool] = False

    @property
    def mean(self) -> float:
        """The middle."""
        return (self.low + self.high) / 2

    @property
    def ends(self) -> tuple[float, float]:
        """Low and high."""
        return self.low, self.high

    def quantile(self, shares: Array) -> Array:
        """Give low and as much of the way to high."""
        return self.low + (self.high - self.low) * shares

    def as_dict(self) -> dict[str, Any]:
        """Give the numbers."""
        return {"form": self.name, "low": self.low, "high": self.high}


@dataclass(frozen=True, slots=True)
class Triangular:
    """From low up to the mode and down to high along straight lines (trekantfordeling)."""

    low: float
    mode: float
    high: float
    name: ClassVar[str] = "triangular"
    needs_scipy: ClassVar[bool] = False

    @property
    def mean(self) -> float:
        """The mean of the three.

        >>> Triangular(2, 4, 9).mean
        5.0
        """
        return (self.low + self.mode + self.high) / 3

    @property
    def ends(self) -> tuple[float, float]:
        """Low and high."""
        return self.low, self.high

    def quantile(self, shares: Array) -> Array:
        """Give the value on the rising line up to the mode's own share, on the falling one from there.

        Each line ends at the mode for the shares of the other; so both are added and the mode taken once.
        """
        width = self.high - self.low
        below = (self.mode - self.low) / width if width else 0.5
        rising = np.sqrt(np.minimum(shares, below) * (width * (self.mode - self.low)))
        falling = np.sqrt((1 - np.maximum(shares, below)) * (width * (self.high - self.mode)))
        return (self.low + self.high - self.mode) + (rising - falling)

    def as_dict(self) -> dict[str, Any]:
        """Give the numbers."""
        return {"form": self.name, "low": self.low, "mode": self.mode, "high": self.high}


@dataclass(frozen=True, slots=True)
class Points:
    """Single values, each with a weight (diskret fordeling): stated ones, or the values of data as they are.

    An empirical distribution draws from the values it was given and from no others, so that its mean is theirs.
    """

    values: tuple[float, ...]
    weights: tuple[float, ...]
    name: str = "discrete"
    needs_scipy: ClassVar[bool] = False

    @property
    def mean(self) -> float:
        """The weighted mean."""
        return float(np.average(self.values, weights=self.weights))

    @property
    def ends(self) -> tuple[float, float]:
        """The lowest and the highest value."""
        return min(self.values), max(self.values)

    def quantile(self, shares: Array) -> Array:
        """Give the first value, from the lowest up, at which the weights so far exceed the share.

        >>> Points((8, 4, 6), (1, 2, 1)).quantile(np.array([0.1, 0.49, 0.5, 0.8]))
        array([4., 4., 6., 8.])
        """
        order = np.argsort(self.values, kind="stable")
        reached = np.cumsum(np.array(self.weights, dtype=np.float64)[order])
        below = reached[:-1] / reached[-1]
        found: Array = np.array(self.values, dtype=np.float64)[order][np.searchsorted(below, shares, side="right")]
        return found

    def as_dict(self) -> dict[str, Any]:
        """Give the values and their weights."""
        return {"form": self.name, "values": list(self.values), "weights": list(self.weights)}
