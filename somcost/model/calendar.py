"""The calendar of an observation window: which days are observed, month by month.

Days not observed are gaps and, in a part month without a factor, the days after `registered_to`. They are united, so
no day is subtracted twice. A month with a factor is observed on all its window days outside gaps: the factor stands
for the days that were not registered.
"""

import datetime as dt
from calendar import monthrange
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from somcost.model.scenario import Stated, Window

ONE_DAY = dt.timedelta(days=1)


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """Days from a first to a last, both included."""

    start: dt.date
    end: dt.date


@dataclass(frozen=True, slots=True)
class CalendarMonth:
    """One month of a window, counted in days.

    Attributes:
        month: Its first day.
        days: Days in the calendar month.
        window_days: Its days inside the window, gaps included.
        observed_days: Its days inside the window that count as observed.
        factor: What every amount dated in it is multiplied by; None where nothing is scaled up.
    """

    month: dt.date
    days: int
    window_days: int
    observed_days: int
    factor: Stated | None = None

    @property
    def name(self) -> str:
        """The month as users write it: 2018-06."""
        return month_name(self.month)


def calendar(window: Window, *, start: dt.date | None = None, end: dt.date | None = None) -> tuple[CalendarMonth, ...]:
    """Count a window's days month by month (kalender), cut to the days from `start` to `end` where they are given.

    Gaps and part months that reach outside the cut window count with what lies inside it. A cut that leaves no day
    gives no month.

    >>> from somcost.problems import Location
    >>> window = Window(dt.date(2018, 3, 1), dt.date(2018, 4, 15), Location("scenario.yaml"))
    >>> [(month.name, month.days, month.observed_days) for month in calendar(window)]
    [('2018-03', 31, 31), ('2018-04', 30, 15)]
    """
    cut = cut_to(window, start=start, end=end)
    observed = observed_spans(window, start=start, end=end)
    factors = {first_day(part.month): part.factor for part in window.part_months}
    return tuple(
        CalendarMonth(
            month,
            days=days_in_month(month),
            window_days=days_within([cut], month_span(month)),
            observed_days=days_within(observed, month_span(month)),
            factor=factors.get(month),
        )
        for month in months_of(cut.start, cut.end)
    )


def cut_to(window: Window, *, start: dt.date | None = None, end: dt.date | None = None) -> Span:
    """Give the window's days from `start` to `end`, gaps included; it ends before it starts when no day is left."""
    return Span(max(window.start, start or window.start), min(window.end, end or window.end))


def observed_spans(window: Window, *, start: dt.date | None = None, end: dt.date | None = None) -> tuple[Span, ...]:
    """Give the observed days of a window as spans in order that neither overlap nor touch."""
    cut = cut_to(window, start=start, end=end)
    return tuple(_less(cut, united([*_gaps(window), *_unregistered_ends(window)])))


def _gaps(window: Window) -> Iterator[Span]:
    return (Span(gap.start, gap.end) for gap in window.gaps)


def _unregistered_ends(window: Window) -> Iterator[Span]:
    for part in window.part_months:
        last = last_day(part.month)
        if part.factor is None and part.registered_to is not None and part.registered_to < last:
            yield Span(part.registered_to + ONE_DAY, last)


def united(spans: Iterable[Span]) -> tuple[Span, ...]:
    """Unite spans that overlap or touch; reversed spans hold no day and are left out.

    >>> day = dt.date(2018, 7, 1)
    >>> united([Span(day, day), Span(day + ONE_DAY, day + ONE_DAY)]) == (Span(day, day + ONE_DAY),)
    True
    """
    kept: list[Span] = []
    for span in sorted(spans):
        if span.end < span.start:
            continue
        if kept and span.start.toordinal() <= kept[-1].end.toordinal() + 1:
            kept[-1] = Span(kept[-1].start, max(kept[-1].end, span.end))
        else:
            kept.append(span)
    return tuple(kept)


def _less(whole: Span, holes: Iterable[Span]) -> Iterator[Span]:
    edges = [whole.start.toordinal() - 1]
    for hole in holes:
        if hole.start <= whole.end and hole.end >= whole.start:
            edges += [hole.start.toordinal(), hole.end.toordinal()]
    edges.append(whole.end.toordinal() + 1)
    for before, after in zip(edges[::2], edges[1::2], strict=True):
        if after - before > 1:
            yield Span(dt.date.fromordinal(before + 1), dt.date.fromordinal(after - 1))


def days(start: dt.date, end: dt.date) -> int:
    """Count the days from a first to a last, both included; 0 when the last comes before the first.

    >>> days(dt.date(2020, 2, 1), dt.date(2020, 2, 29))
    29
    """
    return max(0, end.toordinal() - start.toordinal() + 1)


def days_within(spans: Iterable[Span], span: Span) -> int:
    """Count the days of `span` that lie in `spans`, which must not overlap each other."""
    return sum(days(max(each.start, span.start), min(each.end, span.end)) for each in spans)


def months_of(start: dt.date, end: dt.date) -> tuple[dt.date, ...]:
    """Give the first day of every month touched from `start` to `end`.

    >>> [month_name(month) for month in months_of(dt.date(2018, 11, 30), dt.date(2019, 1, 1))]
    ['2018-11', '2018-12', '2019-01']
    """
    first, last = start.year * 12 + start.month - 1, end.year * 12 + end.month - 1
    return tuple(dt.date(number // 12, number % 12 + 1, 1) for number in range(first, last + 1))


def days_by_month(span: Span) -> Iterator[tuple[dt.date, int]]:
    """Give the first day of each calendar month a span touches, and how many of its days lie there.

    >>> [(str(month), days) for month, days in days_by_month(Span(dt.date(2018, 2, 26), dt.date(2018, 3, 4)))]
    [('2018-02-01', 3), ('2018-03-01', 4)]
    """
    return ((month, days_within([span], month_span(month))) for month in months_of(span.start, span.end))


def days_in_month(month: dt.date) -> int:
    """Count the days of a date's month."""
    return monthrange(month.year, month.month)[1]


def first_day(date: dt.date) -> dt.date:
    """Give the first day of a date's month."""
    return date.replace(day=1)


def last_day(date: dt.date) -> dt.date:
    """Give the last day of a date's month."""
    return date.replace(day=days_in_month(date))


def month_span(month: dt.date) -> Span:
    """Give all days of a date's month."""
    return Span(first_day(month), last_day(month))


def month_name(month: dt.date) -> str:
    """Write a date's month as users do: 2018-06."""
    return f"{month.year:04}-{month.month:02}"
