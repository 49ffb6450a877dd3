"""How much was observed: months, gaps and part months as a table that adds up."""

from collections.abc import Sequence

from somcost.cost.operations import larger, month_position, smaller, total
from somcost.cost.quantity import Value, formula


@formula("days")
def days_within(first: Value, last: Value, *, span: tuple[Value, Value]) -> Value:
    """Days two stretches of time have in common (fælles dage).

        max(0, min(last, span's last) − max(first, span's first) + 1)

    Args:
        first: First day, as a day number.
        last: Last day, included.
        span: First and last day of the other stretch.

    Returns:
        days; 0 where the two do not meet.

    Source: docs/method.md 2; both ends of a window are included.

    >>> days_within(43101.0, 43131.0, span=(43115.0, 43200.0))
    17.0
    """
    return larger(smaller(last, span[1]) - larger(first, span[0]) + 1, 0)


@formula("date")
def first_common_day(first: Value, *, other_first: Value) -> Value:
    """First day two stretches of time have in common (første fælles dag).

        max(first day, other first day)

    Args:
        first: First day, as a day number.
        other_first: First day of the other stretch.

    Returns:
        day number; after the last common day where the two do not meet.

    Source: docs/method.md 5; months in the intervention while it was observed.

    >>> first_common_day(43101.0, other_first=43115.0)
    43115.0
    """
    return larger(first, other_first)


@formula("date")
def last_common_day(last: Value, *, other_last: Value) -> Value:
    """Last day two stretches of time have in common (sidste fælles dag).

        min(last day, other last day)

    Args:
        last: Last day, as a day number.
        other_last: Last day of the other stretch.

    Returns:
        day number; before the first common day where the two do not meet.

    Source: docs/method.md 5; months in the intervention while it was observed.

    >>> last_common_day(43131.0, other_last=43200.0)
    43131.0
    """
    return smaller(last, other_last)


@formula("days")
def days_between(first: Value, last: Value) -> Value:
    """Days from a first to a last day, both included (dage).

        max(last − first + 1, 0)

    Args:
        first: First day, as a day number.
        last: Last day.

    Returns:
        days; 0 where the last comes before the first.

    Source: docs/method.md 2; both ends of a window are included.

    >>> days_between(43101.0, 43131.0)
    31.0
    """
    return larger(last - first + 1, 0)


@formula("months")
def calendar_months(first: Value, last: Value) -> Value:
    """Calendar months from a first to a last day, both included (måneder), a part month as covered days / its days.

        max(position of the last day − position of the day before the first, 0)

    Args:
        first: First day, as a day number.
        last: Last day.

    Returns:
        months; 0 where the last comes before the first.

    Source: docs/method.md 2 and 5; March 2018 to September 2019 is 19 months.

    >>> calendar_months(43160.0, 43738.0)
    19.0
    """
    return larger(month_position(last) - month_position(first - 1), 0)


@formula("days")
def observed_days(days: Sequence[Value]) -> Value:
    """Observed days of a month (observerede dage): its days in each observed period, added up.

    Args:
        days: Days in common with each observed period; the periods do not overlap.

    Returns:
        days.

    Source: docs/method.md 2; days not observed are united, never subtracted twice.

    >>> observed_days([14, 10])
    24
    """
    return sum(days[1:], days[0])


@formula("days")
def days_in_periods(days: Sequence[Value]) -> Value:
    """Observed days of a citizen (observerede dage): the days in each observed period, added up.

    Args:
        days: Days in common with each observed period; the periods do not overlap.

    Returns:
        days.

    Source: docs/method.md 5; person-years in the observed window.

    >>> days_in_periods([92, 61])
    153
    """
    return sum(days[1:], days[0])


@formula("months")
def months_in_periods(months: Sequence[Value]) -> Value:
    """Observed months of a citizen (observerede måneder): the months in each observed period, added up.

    Args:
        months: Months in common with each observed period; the periods do not overlap.

    Returns:
        months.

    Source: docs/method.md 5; participant-months in the observed window.

    >>> months_in_periods([3, 2, 9])
    14
    """
    return sum(months[1:], months[0])


@formula("months")
def month_share(observed: Value, *, days_in_month: Value) -> Value:
    """How much of a calendar month was observed (andel af måneden).

        observed days / days in the month

    Args:
        observed: Days observed in the month.
        days_in_month: 28 to 31.

    Returns:
        months, 1 for a full one.

    Source: docs/method.md 2.

    >>> month_share(15, days_in_month=30)
    0.5
    """
    return observed / days_in_month


@formula("months")
def observed_months(month_shares: Value) -> Value:
    """Months observed (observerede måneder): the sum of the months' shares.

    Args:
        month_shares: Share of each calendar month that was observed.

    Returns:
        months.

    Source: docs/method.md 2; Rambøll 2020, Table 10-5 (Jammerbugt 19 − 3 − 2 = 14).

    >>> import numpy as np
    >>> observed_months(np.array([1, 1, 0, 0.5]))
    2.5
    """
    return total(month_shares)
