"""A difference taken apart: where it starts, what each factor adds, and where it ends."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import numpy as np

from somcost.analyse.compare.factors import HOURS, Factor
from somcost.analyse.compare.price_level import PriceLevel
from somcost.analyse.compare.sharing import Explained, How, Shared
from somcost.cost.evaluate import Array


@dataclass(frozen=True, slots=True)
class Part:
    """What one factor adds to the difference (årsagens bidrag).

    Attributes:
        factor: `hours.job_group.…`, `wages`, `overhead`, `annual_hours_norm`, `other_expenses`, `observed_months`, …
        unit: Of its values.
        first: Its value at the start; None where it has several, one a job group. Of courses the mean.
        second: Its value at the end.
        amount: Its part, in the result's unit; 0 where the two do not differ.
        standard_error: Of a sampled part; None where it is exact.
    """

    factor: str
    unit: str
    first: float | None
    second: float | None
    amount: float
    standard_error: float | None = None

    @property
    def differs(self) -> bool:
        """Whether it adds anything."""
        return self.amount != 0

    def as_dict(self) -> dict[str, Any]:
        """Give the part as plain data."""
        return {name: getattr(self, name) for name in self.__dataclass_fields__}


@dataclass(frozen=True, slots=True)
class Step:
    """A bar of the waterfall: the level before a part and after it; the first and last bar start from 0."""

    label: str
    begin: float
    end: float


@dataclass(frozen=True, slots=True)
class Decomposition:
    """Why two assessments differ (forklaring af forskellen).

    Attributes:
        result: What differs.
        names: What the two are called.
        start: The first's result.
        end: The second's.
        parts: What each factor adds, in order; they add up to the difference.
        price_level: The level that both have.
        how: Whether all coalitions were evaluated, with the hours as one first, or orders were sampled.
        orders: How many orders were sampled; None where none were.
        seed: Where the sampling started.
    """

    result: str
    names: tuple[str, str]
    start: float
    end: float
    parts: tuple[Part, ...]
    price_level: PriceLevel
    how: How
    orders: int | None = None
    seed: int | None = None

    @property
    def difference(self) -> float:
        """End less start."""
        return self.end - self.start

    @property
    def hours(self) -> float:
        """The part of all job groups' hours together."""
        return float(sum(part.amount for part in self.parts if part.factor.startswith(HOURS)))

    @property
    def steps(self) -> tuple[Step, ...]:
        """The bars of the waterfall: the start, every part that adds anything, the end."""
        return tuple(self._steps())

    def _steps(self) -> Iterator[Step]:
        yield Step(self.names[0], 0.0, self.start)
        level = self.start
        for part in self.parts:
            if part.differs:
                yield Step(part.factor, level, level + part.amount)
                level += part.amount
        yield Step(self.names[1], 0.0, self.end)

    def as_dict(self) -> dict[str, Any]:
        """Give the decomposition as plain data."""
        return {
            "result": self.result,
            "names": list(self.names),
            "price_level": self.price_level.as_dict(),
            "start": self.start,
            "parts": [part.as_dict() for part in self.parts],
            "end": self.end,
            "difference": self.difference,
            "hours": self.hours,
            "method": {"how": self.how, "orders": self.orders, "seed": self.seed},
        }


def parts_of(combined: Explained, found: Shared) -> Iterator[Part]:
    """Give the part of every factor that the result follows from, 0 where it does not differ."""
    for factor in combined.factors:
        first, second = (_one(factor, value) for value in (factor.first, factor.second))
        amount, error = found.amounts.get(factor.name, 0.0), found.errors.get(factor.name)
        yield Part(factor.name, factor.unit, first, second, amount, error)


def _one(factor: Factor, value: Array) -> float | None:
    """Give a factor's value as one number, over courses their mean; the wages of several groups have none."""
    return None if factor.name == "wages" else float(np.mean(value))
