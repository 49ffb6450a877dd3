"""Random windows: uneven ends, gaps that touch or cut months, months registered in part."""

import random
from datetime import date, timedelta
from typing import Any

from second_computation.plain_calendar import days_between, is_in_gap, month_of, window_days


def random_window(rng: random.Random, start: date) -> dict[str, Any]:
    """A window of some months to two years with up to three gaps and two part months."""
    end = start + timedelta(days=rng.randint(100, 760))
    if rng.random() < 0.5:
        end = end.replace(day=1) - timedelta(days=1)
    window: dict[str, Any] = {"start": start, "end": end, "gaps": [], "part_months": []}
    window["gaps"] = random_gaps(rng, days_between(start, end))
    for _ in range(rng.choice((0, 0, 1, 2))):
        add_part_month(rng, window)
    return window


def random_gaps(rng: random.Random, days: list[date]) -> list[tuple[date, date]]:
    """Gaps in order, never overlapping, at times one day after the other, that leave over half observed."""
    gaps: list[tuple[date, date]] = []
    first = 0
    for _ in range(rng.choice((0, 1, 2, 3))):
        begin = first if gaps and rng.random() < 0.3 else first + rng.randint(0, len(days) // 4)
        finish = begin + rng.randint(0, len(days) // 7)
        if finish >= len(days) - 40:
            break
        gaps.append(
            whole_months(days[begin], days[finish], days, gaps) if rng.random() < 0.4 else (days[begin], days[finish])
        )
        first = days.index(gaps[-1][1]) + 1
    return gaps


def whole_months(start: date, end: date, days: list[date], gaps: list[tuple[date, date]]) -> tuple[date, date]:
    """The gap stretched to the month's first day where nothing lies in between, and cut back at its end."""
    first = max(start.replace(day=1), days[0], *(gap[1] + timedelta(days=1) for gap in gaps))
    last = end.replace(day=1) - timedelta(days=1)
    return (first, last) if last >= first else (start, end)


def add_part_month(rng: random.Random, window: dict[str, Any]) -> None:
    """A month registered to some day of it that is no gap, with a factor or without."""
    taken = {part["month"] for part in window["part_months"]}
    candidates = [day for day in window_days(window) if not is_in_gap(day, window) and month_of(day) not in taken]
    candidates = [day for day in candidates if month_of(day + timedelta(days=1)) == month_of(day)]
    registered_to = rng.choice(candidates)
    factor = rng.choice((None, 1.3, 1.125))
    part = {"month": month_of(registered_to), "registered_to": registered_to, "factor": factor}
    window["part_months"].append(part)


def allowed_days(window: dict[str, Any]) -> list[date]:
    """The days on which a row may be dated: in the window, no gap, not after what a part month registered."""
    limits = {part["month"]: part["registered_to"] for part in window["part_months"]}
    days = [day for day in window_days(window) if not is_in_gap(day, window)]
    return [day for day in days if day <= limits.get(month_of(day), day)]


def gap_days(window: dict[str, Any]) -> list[date]:
    """The days in gaps, outside part months."""
    part_months = {part["month"] for part in window["part_months"]}
    return [day for day in window_days(window) if is_in_gap(day, window) and month_of(day) not in part_months]
