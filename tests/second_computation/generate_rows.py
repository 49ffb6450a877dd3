"""Random registrations and expenses, with what users leave out and what they date wrongly."""

import random
from datetime import date, timedelta
from typing import Any

from second_computation.generate_window import allowed_days, gap_days
from second_computation.plain_calendar import month_of

PHASES = ("før indsatsen", "gruppemøder", "afslutning; opfølgning")
ACTIVITIES = ("møder, telefon", "NA", "supervision", 'kørsel "ude"')
EMPLOYEES = ("AB", "NA", "CD", "07")
DATED = ("date", "date", "month", "mixed")


def fill_rows(rng: random.Random, assessment: dict[str, Any], kind: str) -> None:
    """Registrations, unless only full-time staff is known, and expenses in most assessments."""
    if kind != "full_time":
        assessment["time_registrations"] = random_registrations(rng, assessment)
    if rng.random() < 0.8:
        assessment["expenses"] = random_expenses(rng, assessment)
    if rng.random() < 0.3 and kind != "full_time":
        add_misdated(rng, assessment)


def random_registrations(rng: random.Random, assessment: dict[str, Any]) -> list[dict[str, Any]]:
    """Rows of hours; whole columns and single cells may be missing."""
    names = list(assessment["job_groups"])
    columns = [column for column in ("phase", "activity", "with_citizen", "employee") if rng.random() < 0.75]
    dated = rng.choice(DATED)
    rows = []
    for number in range(rng.randint(8, 60)):
        row = {**random_day(rng, assessment["window"], dated), "job_group": rng.choice(names)}
        row["hours"] = rng.choice((7.4, 0.25, rng.randint(1, 700) / 100))
        row.update({column: value for column, value in random_words(rng).items() if column in columns})
        rows.append(with_course(rng, assessment, row, number))
    return [row for row in rows if row["course"] is None or row["course"] != forgotten_course(assessment)]


def random_words(rng: random.Random) -> dict[str, Any]:
    """The optional cells of a registration, now and then empty."""
    return {
        "phase": rng.choice((*PHASES, None)),
        "activity": rng.choice((*ACTIVITIES, None)),
        "with_citizen": rng.choice((True, True, False, None)),
        "employee": rng.choice(EMPLOYEES),
    }


def random_expenses(rng: random.Random, assessment: dict[str, Any]) -> list[dict[str, Any]]:
    """Rows of amounts; at times none, a file with only its header."""
    dated = rng.choice(DATED)
    with_phase = rng.random() < 0.5
    rows = []
    for number in range(rng.choice((0, 3, 12))):
        row = {**random_day(rng, assessment["window"], dated), "amount": rng.randint(1, 900000) / 100}
        row["category"] = rng.choice(("transport", "forplejning", None))
        row["phase"] = rng.choice((*PHASES, None)) if with_phase else None
        rows.append(with_course(rng, assessment, row, number))
    return [row for row in rows if row["course"] is None or row["course"] != forgotten_course(assessment)]


def random_day(rng: random.Random, window: dict[str, Any], dated: str) -> dict[str, Any]:
    """A day that the window observes, or only its month."""
    day = rng.choice(allowed_days(window))
    if dated == "month" or (dated == "mixed" and rng.random() < 0.4):
        return {"date": None, "month": month_of(day)}
    return {"date": day, "month": None}


def with_course(rng: random.Random, assessment: dict[str, Any], row: dict[str, Any], number: int) -> dict[str, Any]:
    """The row with a course, where there are courses; the first rows see to it that each has one."""
    if assessment["courses"] is None:
        return {**row, "course": None}
    courses = [course["id"] for course in assessment["courses"]["list"]]
    return {**row, "course": courses[number] if number < len(courses) else rng.choice(courses)}


def forgotten_course(assessment: dict[str, Any]) -> str | None:
    """The course that nobody registered anything on: the last, where its size is odd and there are four or more."""
    courses = (assessment["courses"] or {"list": []})["list"]
    if len(courses) < 4 or courses[-1]["participants"] % 2 == 0:
        return None
    return str(courses[-1]["id"])


def add_misdated(rng: random.Random, assessment: dict[str, Any]) -> None:
    """Copies of rows dated outside the window or in a gap, which the scenario says to drop."""
    window = assessment["window"]
    outside = [window["start"] - timedelta(days=rng.randint(1, 60)), window["end"] + timedelta(days=rng.randint(1, 60))]
    inside = gap_days(window)
    assessment["settings"] = {"outside_window": "drop"}
    add_copies(rng, assessment, outside)
    if inside:
        assessment["settings"]["inside_gap"] = "drop"
        add_copies(rng, assessment, rng.sample(inside, min(2, len(inside))))


def add_copies(rng: random.Random, assessment: dict[str, Any], days: list[date]) -> None:
    """A copy of a dated registration, and of a dated expense where there is one, on each of the days."""
    for key in ("time_registrations", "expenses"):
        rows = assessment[key] or []
        dated = [row for row in rows if row["date"] is not None]
        if dated:
            rows += [{**rng.choice(dated), "date": day} for day in days]
            rng.shuffle(rows)
