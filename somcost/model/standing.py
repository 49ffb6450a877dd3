"""How a row's date stands to the window: observed, or why not."""

import datetime as dt
from typing import Literal

from somcost.model.calendar import ONE_DAY, days, days_within, first_day, month_span, observed_spans
from somcost.model.scenario import Gap, PartMonth, Scenario, Window

Standing = Literal["observed", "outside_window", "inside_gap", "after_registered_to"]


def standing(window: Window, date: dt.date, *, by_month: bool = False) -> Standing:
    """Tell whether what is dated so was observed, or why not.

    A row dated by month only is observed when any day of that month is. In a part month `registered_to` bounds the
    dates, with a factor or without.

    >>> from somcost.problems import Location
    >>> window = Window(dt.date(2018, 3, 10), dt.date(2018, 4, 15), Location("scenario.yaml"))
    >>> standing(window, dt.date(2018, 3, 1)), standing(window, dt.date(2018, 3, 1), by_month=True)
    ('outside_window', 'observed')
    """
    return _of_month(window, date) if by_month else _of_day(window, date)


def _of_month(window: Window, month: dt.date) -> Standing:
    span = month_span(month)
    if days_within(observed_spans(window), span):
        return "observed"
    touches = days(max(span.start, window.start), min(span.end, window.end))
    return "inside_gap" if touches else "outside_window"


def _of_day(window: Window, date: dt.date) -> Standing:
    if not window.start <= date <= window.end:
        return "outside_window"
    if gap_at(window, date):
        return "inside_gap"
    part = part_month_at(window, date)
    if part is not None and part.registered_to is not None and date > part.registered_to:
        return "after_registered_to"
    return "observed"


def gap_at(window: Window, date: dt.date) -> Gap | None:
    """Give the gap that holds a day."""
    return next((gap for gap in window.gaps if gap.start <= date <= gap.end), None)


def part_month_at(window: Window, date: dt.date) -> PartMonth | None:
    """Give what is said of a date's month, if it was registered in part."""
    return next((part for part in window.part_months if first_day(part.month) == first_day(date)), None)


def turns_of(scenario: Scenario) -> tuple[dt.date, ...]:
    """Give the days from which rows stand otherwise to the window or a sub-period than on the day before.

    >>> from somcost.problems import Location
    >>> window = Window(dt.date(2018, 3, 10), dt.date(2018, 4, 15), Location("scenario.yaml"))
    >>> [str(day) for day in turns_of(Scenario("a", "A", Location("scenario.yaml"), "som-2019", window))]
    ['2018-03-10', '2018-04-16']
    """
    window = scenario.window
    spans = [(window.start, window.end), *((gap.start, gap.end) for gap in window.gaps)]
    spans += [(each.start or window.start, each.end or window.end) for each in scenario.variants]
    last = [part.registered_to for part in window.part_months if part.registered_to is not None]
    ends = [end for _, end in spans] + last
    return tuple(sorted({*(start for start, _ in spans), *(end + ONE_DAY for end in ends)}))
