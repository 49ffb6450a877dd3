"""Random participants, group courses and full-time staff."""

import random
from datetime import date, timedelta
from typing import Any

from second_computation.plain_calendar import month_of, window_days


def fill_people(rng: random.Random, assessment: dict[str, Any], kind: str) -> None:
    """Whom the assessment counts, by kind of assessment."""
    if kind == "courses":
        assessment["courses"] = random_courses(rng)
        assessment["participants"] = rng.choice(({}, {}, {"months_each": 2.5}, {"completion_rate": 0.8}))
        return
    if kind in {"both", "full_time"}:
        assessment["full_time_staff"] = random_staff(rng, assessment)
    if rng.random() < 0.5:
        assessment["participants"] = listed_participants(rng, assessment["window"])
    else:
        assessment["participants"] = counted_participants(rng, assessment["window"])


def random_courses(rng: random.Random) -> dict[str, Any]:
    """Courses of different sizes, with either headline."""
    courses = [{"id": f"hold-{number}", "participants": rng.randint(2, 9)} for number in range(1, rng.randint(3, 6))]
    headline = rng.choice(("mean_of_ratios", "ratio_of_means"))
    found: dict[str, Any] = {"list": courses, "per_year": rng.choice((1, 2.5, 4)), "headline": headline}
    if rng.random() < 0.5:
        found["capacity"] = 9
    return found


def counted_participants(rng: random.Random, window: dict[str, Any]) -> dict[str, Any]:
    """Counts, a stated number a year, years' counts, or several of them."""
    years = list(range(window["start"].year, window["end"].year + 1))
    found: dict[str, Any] = {}
    form = rng.choice(("count", "per_year", "both", "turnover"))
    if form in {"count", "both"}:
        found["count"] = rng.randint(4, 40)
    if form in {"per_year", "both"}:
        found["per_year"] = rng.choice((7.2, 12, 30.5))
    if rng.random() < 0.6:
        found["months_each"] = rng.choice((9.667, 4, 7.25))
    if form == "turnover" or rng.random() < 0.3:
        found["enrolled"] = {year: rng.randint(10, 60) for year in years}
    if rng.random() < 0.3:
        found["discharged"] = {year: rng.randint(10, 60) for year in years}
    if rng.random() < 0.4:
        found["completion_rate"] = rng.choice((0.5, 0.85, 1.0))
    return found


def listed_participants(rng: random.Random, window: dict[str, Any]) -> dict[str, Any]:
    """A list of citizens, some still in the intervention, some outside the window; at times with stated figures."""
    found: dict[str, Any] = {"citizens": random_citizens(rng, window)}
    if rng.random() < 0.2:
        found["months_each"] = 8.5
    if rng.random() < 0.2:
        found["per_year"] = 9.5
    if rng.random() < 0.2:
        found["enrolled"] = {window["start"].year: 21}
    return found


def random_citizens(rng: random.Random, window: dict[str, Any]) -> list[dict[str, Any]]:
    """Citizens with start and end; the first is there the whole window through."""
    with_status = rng.random() < 0.5
    citizens = [random_citizen(rng, window, number) for number in range(1, rng.randint(4, 16))]
    citizens[0].update(start=window["start"] - timedelta(days=10), end=None)
    for citizen in citizens:
        if with_status:
            citizen["status"] = "enrolled" if citizen["end"] is None else rng.choice(("discharged", "completed"))
    return citizens


def random_citizen(rng: random.Random, window: dict[str, Any], number: int) -> dict[str, Any]:
    """One citizen; one who starts after the window has an end, so that no open end lies before its start."""
    length = (window["end"] - window["start"]).days
    start: date = window["start"] + timedelta(days=rng.randint(-300, length + 30))
    end: date | None = start + timedelta(days=rng.randint(0, 500))
    if start <= window["end"] and rng.random() < 0.3:
        end = None
    return {"id": f"b{number}", "start": start, "end": end}


def random_staff(rng: random.Random, assessment: dict[str, Any]) -> list[dict[str, Any]]:
    """Full-time staff by ranges of dates or by month, inside the window."""
    window = assessment["window"]
    groups = rng.sample(list(assessment["job_groups"]), rng.randint(1, 2))
    if rng.random() < 0.5:
        months = sorted({month_of(day) for day in window_days(window)})
        return [
            {"month": month, "job_group": group, "fte": rng.choice((1, 2.5, 6))}
            for month in months[1 : 1 + rng.randint(2, len(months))]
            for group in groups
        ]
    return [row for group in groups for row in random_ranges(rng, window, group)]


def random_ranges(rng: random.Random, window: dict[str, Any], group: str) -> list[dict[str, Any]]:
    """One or two ranges of dates after each other for a job group."""
    days = window_days(window)
    cuts = sorted(rng.sample(range(len(days)), 3))
    ranges = [
        {"start": days[cuts[0]], "end": days[cuts[1]], "job_group": group, "fte": rng.choice((1, 2.5))},
        {"start": days[cuts[1]] + timedelta(days=1), "end": days[cuts[2]], "job_group": group, "fte": 0.75},
    ]
    return ranges[: rng.randint(1, 2)]
