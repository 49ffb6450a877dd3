"""Coverage: the hours of every month and job group, and how much of the month was observed."""

from dataclasses import dataclass

from somcost.analyse.quality.hours import HoursByMonth


@dataclass(frozen=True, slots=True)
class CoveredMonth:
    """A month of the window.

    Attributes:
        month: 2018-06.
        days: Days of the calendar month.
        observed_days: Its observed days; 0 in a gap.
        factor: What the month is scaled up by; None where it is not.
        hours: Registered hours of each job group in the order of `Coverage.job_groups`; None without any.
        total: All its registered hours; None without any.
    """

    month: str
    days: int
    observed_days: int
    factor: float | None
    hours: tuple[float | None, ...]
    total: float | None


@dataclass(frozen=True, slots=True)
class Coverage:
    """What is covered (dækning): registered hours by month and job group."""

    job_groups: tuple[str, ...]
    months: tuple[CoveredMonth, ...]


def coverage_of(hours: HoursByMonth | None) -> Coverage | None:
    """Give the coverage; None without registrations."""
    if hours is None:
        return None
    rows = zip(hours.months, hours.registered.tolist(), strict=True)
    months = [
        CoveredMonth(
            month=month.name,
            days=month.days,
            observed_days=month.observed_days,
            factor=None if month.factor is None else month.factor.value,
            hours=tuple(each or None for each in row),
            total=sum(row) or None,
        )
        for month, row in rows
    ]
    return Coverage(hours.groups, tuple(months))
