"""Denominators of the second computation: who took part, how many a year, how long."""

from datetime import date
from typing import Any

from second_computation.plain_calendar import count_of_months, days_between, observed_days, window_days

DAYS_IN_A_YEAR = 365.25


def mean(values: list[float]) -> float | None:
    """The plain mean; None of nothing."""
    if not values:
        return None
    return sum(values) / len(values)


def quotient(numerator: float | None, denominator: float | None) -> float | None:
    """Numerator / denominator; None when either is missing or the denominator is zero."""
    if numerator is None or denominator is None or denominator == 0:
        return None
    return numerator / denominator


def last_day(citizen: dict[str, Any], window: dict[str, Any]) -> date:
    """The citizen's last day; the window's end while still in the intervention."""
    end: date | None = citizen["end"]
    last: date = window["end"] if end is None else end
    return last


def citizens_in_window(assessment: dict[str, Any]) -> list[dict[str, Any]]:
    """The listed citizens with at least one day in the window, gaps included."""
    window = assessment["window"]
    return [
        citizen
        for citizen in assessment["participants"].get("citizens") or []
        if citizen["start"] <= window["end"] and last_day(citizen, window) >= window["start"]
    ]


def days_in_intervention(assessment: dict[str, Any], window: dict[str, Any]) -> list[list[date]]:
    """The observed days of the window that each listed citizen was in the intervention."""
    observed = observed_days(window)
    return [
        [day for day in observed if citizen["start"] <= day <= last_day(citizen, assessment["window"])]
        for citizen in assessment["participants"].get("citizens") or []
    ]


def participant_months(assessment: dict[str, Any], window: dict[str, Any]) -> float:
    """Participant-months in the observed window; 0 without a list of citizens."""
    return sum(count_of_months(days) for days in days_in_intervention(assessment, window))


def person_years(assessment: dict[str, Any], window: dict[str, Any]) -> float:
    """Observed days in the intervention / 365.25; 0 without a list of citizens."""
    return sum(len(days) for days in days_in_intervention(assessment, window)) / DAYS_IN_A_YEAR


def participants_per_year(assessment: dict[str, Any], course_sizes: list[float]) -> float | None:
    """Stated a year, else participants in the window × 12 / window months, else courses a year × mean size."""
    participants = assessment["participants"]
    if participants.get("per_year") is not None:
        return float(participants["per_year"])
    count = participants.get("count")
    if participants.get("citizens") is not None:
        count = len(citizens_in_window(assessment))
    if count is not None:
        return float(count) * 12 / count_of_months(window_days(assessment["window"]))
    mean_size = mean(course_sizes)
    if mean_size is None:
        return None
    return float(assessment["courses"]["per_year"]) * mean_size


def months_each(assessment: dict[str, Any]) -> float | None:
    """Stated mean months in the intervention, else the mean over the citizens in the window."""
    stated = assessment["participants"].get("months_each")
    if stated is not None:
        return float(stated)
    window = assessment["window"]
    return mean(
        [
            count_of_months(days_between(citizen["start"], last_day(citizen, window)))
            for citizen in citizens_in_window(assessment)
        ]
    )


def mean_per_year(assessment: dict[str, Any], days: list[date]) -> float | None:
    """How many of these days fall in a calendar year, the mean over the years that the window touches."""
    window = assessment["window"]
    years = range(window["start"].year, window["end"].year + 1)
    return mean([float(len([day for day in days if day.year == year])) for year in years])


def turnover(assessment: dict[str, Any], word: str, edge: str) -> float | None:
    """Enrolled or discharged a year: the mean of the stated years, else of the citizens' starts or ends."""
    stated = assessment["participants"].get(word)
    if stated is not None:
        return mean([float(count) for count in stated.values()])
    citizens = assessment["participants"].get("citizens")
    if citizens is None:
        return None
    return mean_per_year(assessment, [citizen[edge] for citizen in citizens if citizen[edge] is not None])


def completed_per_year(assessment: dict[str, Any], course_sizes: list[float]) -> float | None:
    """Started a year × completion rate; from a list of citizens the ends with status completed."""
    participants = assessment["participants"]
    if participants.get("completion_rate") is not None:
        started = participants_per_year(assessment, course_sizes)
        if participants.get("enrolled") is not None:
            started = turnover(assessment, "enrolled", "start")
        return None if started is None else started * float(participants["completion_rate"])
    finished = [citizen for citizen in participants.get("citizens") or [] if citizen.get("status") == "completed"]
    if not finished:
        return None
    return mean_per_year(assessment, [citizen["end"] for citizen in finished if citizen["end"] is not None])
