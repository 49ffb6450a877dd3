"""Families whose quantile functions scipy computes: PERT and beta; normal, lognormal and gamma, which have no ends."""

import math
from dataclasses import dataclass
from typing import Any, ClassVar

import numpy as np

from somcost.cost.evaluate import Array

TAIL = 1e-6
"""What lies further out than this share of all values counts as its edge, where a distribution has no end."""
DEVIATES_AT_TAIL = 4.753424308822899
"""Standard deviations from the mean of a normal distribution to its outermost millionth."""


def special() -> Any:
    """Give scipy's special functions, loaded when they are needed."""
    from scipy import special as functions  # noqa: PLC0415 - an optional library

    return functions


@dataclass(frozen=True, slots=True)
class Beta:
    """A beta between low and high, by mean and standard deviation (betafordeling)."""

    low: float
    high: float
    mean: float
    sd: float
    name: ClassVar[str] = "beta"
    needs_scipy: ClassVar[bool] = True

    @property
    def shapes(self) -> tuple[float, float]:
        """Alpha and beta.

        >>> Beta(0, 1, mean=0.5, sd=math.sqrt(1 / 12)).shapes
        (1.0, 1.0)
        """
        width = self.high - self.low
        mean, variance = (self.mean - self.low) / width, (self.sd / width) ** 2
        both = mean * (1 - mean) / variance - 1
        return round(mean * both, 12), round((1 - mean) * both, 12)

    @property
    def ends(self) -> tuple[float, float]:
        """Just within low and high, which have no chance themselves."""
        return math.nextafter(self.low, self.high), math.nextafter(self.high, self.low)

    def quantile(self, shares: Array) -> Array:
        """Give low and the beta's share of the way to high."""
        return between(self.low, self.high, self.shapes, shares)

    def as_dict(self) -> dict[str, Any]:
        """Give the numbers."""
        return {"form": self.name, "low": self.low, "high": self.high, "mean": self.mean, "sd": self.sd}


@dataclass(frozen=True, slots=True)
class Pert:
    """A beta between low and high with its mode given (PERT), which weighs so much beside each end."""

    low: float
    mode: float
    high: float
    weight: float = 4.0
    name: ClassVar[str] = "pert"
    needs_scipy: ClassVar[bool] = True

    @property
    def mean(self) -> float:
        """Low, high and the mode with its weight.

        >>> Pert(5, 20, 50, weight=2).mean
        23.75
        """
        return (self.low + self.weight * self.mode + self.high) / (self.weight + 2)

    @property
    def ends(self) -> tuple[float, float]:
        """Low and high."""
        return self.low, self.high

    @property
    def shapes(self) -> tuple[float, float]:
        """Alpha and beta."""
        width = self.high - self.low
        rise = (self.mode - self.low) / width if width else 0.5
        return 1 + self.weight * rise, 1 + self.weight * (1 - rise)

    def quantile(self, shares: Array) -> Array:
        """Give low and the beta's share of the way to high."""
        return between(self.low, self.high, self.shapes, shares)

    def as_dict(self) -> dict[str, Any]:
        """Give the numbers."""
        return {"form": self.name, "low": self.low, "mode": self.mode, "high": self.high, "weight": self.weight}


def between(low: float, high: float, shapes: tuple[float, float], shares: Array) -> Array:
    """Give the quantiles of a beta scaled to low and high."""
    found: Array = low + (high - low) * special().betaincinv(*shapes, shares)
    return found


@dataclass(frozen=True, slots=True)
class Normal:
    """A normal distribution; the outermost millionth at either side is drawn in to its edge (normalfordeling)."""

    mean: float
    sd: float
    name: ClassVar[str] = "normal"
    needs_scipy: ClassVar[bool] = True

    @property
    def ends(self) -> tuple[float, float]:
        """The edges of the outermost millionths."""
        return self.mean - DEVIATES_AT_TAIL * self.sd, self.mean + DEVIATES_AT_TAIL * self.sd

    def quantile(self, shares: Array) -> Array:
        """Give the mean and as many standard deviations."""
        return self.mean + self.sd * deviates(shares)

    def as_dict(self) -> dict[str, Any]:
        """Give the numbers."""
        return {"form": self.name, "mean": self.mean, "sd": self.sd}


@dataclass(frozen=True, slots=True)
class Lognormal:
    """A value whose logarithm is normal, by that logarithm's mean and standard deviation (lognormalfordeling)."""

    mean_of_logarithm: float
    sd_of_logarithm: float
    name: ClassVar[str] = "lognormal"
    needs_scipy: ClassVar[bool] = True

    @property
    def mean(self) -> float:
        """The mean of the values themselves."""
        return math.exp(self.mean_of_logarithm + self.sd_of_logarithm**2 / 2)

    @property
    def ends(self) -> tuple[float, float]:
        """The edges of the outermost millionths."""
        low, high = Normal(self.mean_of_logarithm, self.sd_of_logarithm).ends
        return math.exp(low), math.exp(high)

    def quantile(self, shares: Array) -> Array:
        """Give e to the power of the logarithm's quantile."""
        logarithms = self.mean_of_logarithm + self.sd_of_logarithm * deviates(shares)
        return np.exp(logarithms, out=logarithms)

    def as_dict(self) -> dict[str, Any]:
        """Give the numbers."""
        numbers = {"mean_of_logarithm": self.mean_of_logarithm, "sd_of_logarithm": self.sd_of_logarithm}
        return {"form": self.name, **numbers}


def deviates(shares: Array) -> Array:
    """Give the quantiles of the standard normal distribution, no further out than its outermost millionths."""
    found: Array = special().ndtri(np.clip(shares, TAIL, 1 - TAIL))
    return found


@dataclass(frozen=True, slots=True)
class Gamma:
    """A gamma from 0 up, by mean and standard deviation (gammafordeling)."""

    mean: float
    sd: float
    name: ClassVar[str] = "gamma"
    needs_scipy: ClassVar[bool] = True

    @property
    def ends(self) -> tuple[float, float]:
        """Just above 0, and no highest value."""
        return math.ulp(0.0), math.inf

    def quantile(self, shares: Array) -> Array:
        """Give the quantiles; the shape is (mean / sd)², the scale sd² / mean."""
        found: Array = self.sd**2 / self.mean * special().gammaincinv((self.mean / self.sd) ** 2, shares)
        return found

    def as_dict(self) -> dict[str, Any]:
        """Give the numbers."""
        return {"form": self.name, "mean": self.mean, "sd": self.sd}
