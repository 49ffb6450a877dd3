"""Dated expenses in whole kroner whose sum is given."""

import datetime as dt
import random
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from reconstruction.workdays import month_of


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of expense: its category, its share of the sum, and its bills a month (0.5: one every other month)."""

    category: str
    weight: float
    bills_a_month: float = 1.0
    at_end_of_month: bool = False


@dataclass(frozen=True, slots=True)
class Expense:
    """A bill."""

    date: dt.date
    amount: int
    category: str
    phase: str = ""
    course: str = ""


def bills(
    kroner: float,
    kinds: Sequence[Kind],
    *,
    days: Mapping[str, Sequence[dt.date]],
    draw: random.Random,
    factors: Mapping[str, float] | None = None,
) -> list[Expense]:
    """Draw bills that add up to a sum, factors of part months included."""
    drawn = [(day, kind, weight) for kind in kinds for day, weight in _dates(kind, days, draw)]
    sums = {kind.category: sum(weight for _, each, weight in drawn if each is kind) for kind in kinds}
    scale = kroner / sum(kind.weight for kind in kinds)
    carried, expenses = 0.0, []
    for day, kind, weight in drawn:
        factor = (factors or {}).get(month_of(day), 1.0)
        wanted = scale * kind.weight * weight / sums[kind.category]
        amount = max(1, round((wanted + carried) / factor))
        carried += wanted - amount * factor
        expenses.append(Expense(day, amount, kind.category))
    return sorted(expenses, key=lambda each: (each.date, each.category))


def _dates(kind: Kind, days: Mapping[str, Sequence[dt.date]], draw: random.Random) -> list[tuple[dt.date, float]]:
    """Draw the dates of a kind's bills and how large each is beside the others."""
    dates, due = [], 0.5
    for month in days:
        due += kind.bills_a_month
        while due >= 1:
            due -= 1
            day = days[month][-1] if kind.at_end_of_month else draw.choice(days[month])
            dates.append((day, draw.uniform(0.6, 1.4)))
    return dates or [(days[next(iter(days))][-1], 1.0)]
