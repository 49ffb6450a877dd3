"""The calendar of the second computation: one day at a time, no shortcuts.

A window is a dict: start, end, gaps [(start, end)], part_months [{month, registered_to, factor or None}].
"""

from datetime import date, timedelta
from typing import Any

ONE_DAY = timedelta(days=1)


def days_between(start: date, end: date) -> list[date]:
    """Every day from start to end, both included."""
    days = []
    day = start
    while day <= end:
        days.append(day)
        day += ONE_DAY
    return days


def month_of(day: date) -> str:
    """The calendar month as YYYY-MM."""
    return day.strftime("%Y-%m")


def days_of_month(month: str) -> list[date]:
    """Every day of the month YYYY-MM."""
    first = date.fromisoformat(month + "-01")
    return [day for day in days_between(first, first + 30 * ONE_DAY) if month_of(day) == month]


def count_of_months(days: list[date]) -> float:
    """Calendar months in these days: each month counts days / days in the month."""
    count_by_month: dict[str, int] = {}
    for day in days:
        count_by_month[month_of(day)] = count_by_month.get(month_of(day), 0) + 1
    total = 0.0
    for month, count in count_by_month.items():
        total += count / len(days_of_month(month))
    return total


def is_in_gap(day: date, window: dict[str, Any]) -> bool:
    """Whether the day lies in any gap."""
    return any(start <= day <= end for start, end in window["gaps"])


def is_after_registration(day: date, window: dict[str, Any]) -> bool:
    """Whether the day's month was registered only in part, without a factor, and the day is past that part."""
    for part in window["part_months"]:
        if part["month"] == month_of(day) and part["factor"] is None and day > part["registered_to"]:
            return True
    return False


def window_days(window: dict[str, Any]) -> list[date]:
    """Every day of the window, gaps included."""
    return days_between(window["start"], window["end"])


def observed_days(window: dict[str, Any]) -> list[date]:
    """The window's days outside gaps and within what was registered; a month with a factor is whole."""
    return [day for day in window_days(window) if not is_in_gap(day, window) and not is_after_registration(day, window)]


def factor_of_month(month: str, window: dict[str, Any]) -> float:
    """What the amounts dated in the month are multiplied by: 1 unless a part month says otherwise."""
    for part in window["part_months"]:
        if part["month"] == month and part["factor"] is not None:
            return float(part["factor"])
    return 1.0


def row_days(row: dict[str, Any]) -> list[date]:
    """The days that a row may stand for: its date, or each day of its month."""
    if row.get("date") is not None:
        return [row["date"]]
    return days_of_month(row["month"])


def row_month(row: dict[str, Any]) -> str:
    """The month that a row is dated in."""
    return month_of(row_days(row)[0])


def is_observed(row: dict[str, Any], days: set[date]) -> bool:
    """Whether any day that the row may stand for is among the observed days."""
    return any(day in days for day in row_days(row))


def cut_window(window: dict[str, Any], start: date, end: date) -> dict[str, Any]:
    """The same window seen from start to end only."""
    return {**window, "start": max(start, window["start"]), "end": min(end, window["end"])}
