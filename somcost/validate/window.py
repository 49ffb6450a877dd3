"""The window and its gaps: in order, inside each other, and leaving days to observe."""

import datetime as dt
from collections.abc import Iterator

from somcost.model.calendar import months_of, observed_spans
from somcost.model.scenario import Inputs, Window
from somcost.problems import Problem, check

MOST_YEARS = 50


def in_order(window: Window) -> bool:
    """Tell whether window and gaps can be counted at all: none is reversed, the window is no slip of the keyboard."""
    reversed_gap = any(gap.start > gap.end for gap in window.gaps)
    return window.start <= window.end and not reversed_gap and _years(window) <= MOST_YEARS


def spell(start: dt.date, end: dt.date) -> str:
    """Write a span of days as messages do: 2018-07-01 to 2018-09-30."""
    return f"{start} to {end}"


def _years(window: Window) -> int:
    return len(months_of(window.start, window.end)) // 12


@check
def window_is_in_order(inputs: Inputs) -> Iterator[Problem]:
    """The window ends on the day it starts or later."""
    window = inputs.scenario.window
    if window.start > window.end:
        yield Problem(
            window.location,
            "window",
            f"it starts {window.start} and ends {window.end}, an end is no earlier than its start",
            "Swap the two dates if that is what was meant; both days belong to the window.",
        )


@check
def window_is_a_lifetime_at_most(inputs: Inputs) -> Iterator[Problem]:
    """The window spans at most 50 years: more is a slip in a date's year."""
    window = inputs.scenario.window
    if _years(window) > MOST_YEARS:
        yield Problem(
            window.location,
            "window",
            f"{spell(window.start, window.end)} is {_years(window)} years, at most {MOST_YEARS} are expected",
            "Look for a slip in the year of either date.",
        )


@check
def gaps_are_in_order(inputs: Inputs) -> Iterator[Problem]:
    """A gap ends on the day it starts or later."""
    for gap in inputs.scenario.window.gaps:
        if gap.start > gap.end:
            yield Problem(
                gap.location,
                "window.gaps",
                f"it starts {gap.start} and ends {gap.end}, an end is no earlier than its start",
                "Swap the two dates if that is what was meant; both days belong to the gap.",
            )


@check
def gaps_lie_inside_window(inputs: Inputs) -> Iterator[Problem]:
    """A gap starts and ends inside the window."""
    window = inputs.scenario.window
    if not in_order(window):
        return
    for gap in window.gaps:
        if gap.start < window.start or gap.end > window.end:
            yield Problem(
                gap.location,
                "window.gaps",
                f"{spell(gap.start, gap.end)} reaches outside the window {spell(window.start, window.end)}",
                "Cut the gap to the window, or widen the window.",
            )


@check
def gaps_do_not_overlap(inputs: Inputs) -> Iterator[Problem]:
    """No day lies in two gaps."""
    window = inputs.scenario.window
    if not in_order(window) or not window.gaps:
        return
    longest, *others = sorted(window.gaps, key=lambda gap: (gap.start, gap.end))
    for gap in others:
        if gap.start <= longest.end:
            yield Problem(
                gap.location,
                "window.gaps",
                f"{spell(gap.start, gap.end)} overlaps {spell(longest.start, longest.end)}"
                f" (line {longest.location.line}), a day lies in one gap at most",
                "Write the two as one gap, or correct their dates.",
            )
        longest = max(longest, gap, key=lambda gap: gap.end)


@check
def gaps_leave_days_to_observe(inputs: Inputs) -> Iterator[Problem]:
    """The gaps do not cover the whole window."""
    window = inputs.scenario.window
    if in_order(window) and window.gaps and not observed_spans(window):
        yield Problem(
            window.location,
            "window.gaps",
            f"they cover all of {spell(window.start, window.end)}, at least one day must be observed",
            "Without an observed day there is no cost per month; correct the gaps or the window.",
        )
