"""Months far from the others: hours a day observed, in total and by job group."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from somcost.analyse.quality.hours import HoursByMonth
from somcost.analyse.quality.robust import RobustRule, usual_of

LEAST_DAYS = 7
"""Observed days a month must have to be held against the others: in fewer it may hold a weekend and little else."""

NotJudged = Literal["no_registrations", "group_courses", "too_few_months"]


@dataclass(frozen=True, slots=True)
class MonthsRule(RobustRule):
    """The rule for months: that for all values, among months with at least so many observed days."""

    least_days: int = LEAST_DAYS


@dataclass(frozen=True, slots=True)
class FarMonth:
    """A month whose hours a day lie far from those of the other months.

    Attributes:
        month: 2018-06.
        job_group: Whose hours; None for all together.
        hours_per_day: Hours, scaled up where the month is, per observed day.
        usual: The median of the months.
    """

    month: str
    job_group: str | None
    hours_per_day: float
    usual: float


@dataclass(frozen=True, slots=True)
class FarMonths:
    """Months far from the others (måneder, der skiller sig ud).

    Attributes:
        rule: By which they are.
        not_judged: Why none is told, where nothing can be.
        found: All together first, then by job group.
    """

    rule: MonthsRule
    not_judged: NotJudged | None = None
    found: tuple[FarMonth, ...] = ()


def far_months(hours: HoursByMonth | None, *, courses: bool) -> FarMonths:
    """Find the months far from the others; group courses come in no even flow, and are not judged."""
    if hours is None:
        return FarMonths(MonthsRule(), "no_registrations")
    if courses:
        return FarMonths(MonthsRule(), "group_courses")
    judged = [number for number, month in enumerate(hours.months) if month.observed_days >= LEAST_DAYS]
    days = [hours.months[number].observed_days for number in judged]
    by_group: list[tuple[str | None, Sequence[float]]] = [(None, hours.scaled.sum(axis=1).tolist())]
    if len(hours.groups) > 1:
        by_group += zip(hours.groups, hours.scaled.T.tolist(), strict=True)
    if len(judged) < MonthsRule().fewest:
        return FarMonths(MonthsRule(), "too_few_months")
    names = [hours.months[number].name for number in judged]
    found: list[FarMonth] = []
    for group, column in by_group:
        rates = [column[number] / count for number, count in zip(judged, days, strict=True)]
        found += _far(group, names, rates)
    return FarMonths(MonthsRule(), None, tuple(found))


def _far(group: str | None, months: Sequence[str], rates: Sequence[float]) -> Iterator[FarMonth]:
    usual = usual_of(rates)
    if usual is not None:
        for month, rate in zip(months, rates, strict=True):
            if usual.is_far(rate):
                yield FarMonth(month, group, rate, usual.middle)
