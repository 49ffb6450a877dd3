"""København, Spydspidsen: registered hours of fifteen months, and full-time staff of nineteen."""

import datetime as dt
from itertools import product
from statistics import fmean

from reconstruction.diary import Activity, Case
from reconstruction.expenses import Kind
from reconstruction.intervention import Intervention
from reconstruction.published import Figure, figures
from reconstruction.rates import hourly_rate, parameter
from reconstruction.sums import Sums, Vector
from reconstruction.tables import number, write
from reconstruction.workdays import DAY, days_between, month_of

NAME = "koebenhavn"
FIRST, LAST = dt.date(2018, 3, 1), dt.date(2019, 9, 30)
OBSERVED_MONTHS = 15
ENROLLED, DISCHARGED = {2018: 46, 2019: 52}, {2018: 47, 2019: 34}
AT_FIRST = 30
"""Young people already in the intervention when 2018 begins."""

STEP = 0.05
LEADER_LEVELS = (0.80, 0.85, 0.85, 0.90, 1.0, 1.0, 1.05)
"""The leader's time on the intervention by quarter, beside the other quarters."""


def _dates(counts: dict[int, int]) -> list[dt.date]:
    """Space a year's events evenly; the last year ends with the window."""
    dates: list[dt.date] = []
    for year, count in counts.items():
        first, last = dt.date(year, 1, 4), min(dt.date(year, 12, 20), LAST)
        dates += [first + int((last - first).days * (each + 0.5) / count) * DAY for each in range(count)]
    return dates


def _cases() -> tuple[Case, ...]:
    """Let the young people leave in the order in which they came."""
    starts = [dt.date(2017, 12, 31) - 7 * each * DAY for each in reversed(range(AT_FIRST))] + _dates(ENROLLED)
    ends = _dates(DISCHARGED)
    return tuple(
        Case(number, start, ends[number - 1] if number <= len(ends) else None, 1 + number % 4 / 4)
        for number, start in enumerate(starts, start=1)
    )


ADVISERS = {"socialraadgiver": 1.0}
BOTH = {"socialraadgiver": 0.88, "leder_socialraadgiver": 0.12}

INTERVENTION = Intervention(
    name=NAME,
    seed=6,
    observed=(
        (FIRST, dt.date(2018, 6, 20)),
        (dt.date(2018, 7, 1), dt.date(2018, 8, 31)),
        (dt.date(2019, 1, 1), LAST),
    ),
    cases=_cases(),
    employees={
        "socialraadgiver": ("M1", "M2", "M3", "M4", "M5", "M6"),
        "leder_socialraadgiver": ("M7",),
    },
    activities={
        True: (Activity("Møder og telefonkontakt med den unge", 1.0, ADVISERS, (1, 1, 2, 2, 3, 4, 4, 6)),),
        False: (
            Activity("Kontakt med virksomheder", 0.38, ADVISERS, (2, 4, 4, 6, 8, 10)),
            Activity("Øvrige møder", 0.24, BOTH, (4, 6, 8, 8), False, 1),
            Activity("Øvrige aktiviteter", 0.26, BOTH, (4, 6, 8, 10), False),
            Activity("Faglig refleksion og supervision", 0.12, BOTH, (4, 6, 8), False, 3),
        ),
    },
    kinds=(
        Kind("Materialer", 0.35, 0.8),
        Kind("Lokaler", 0.40, 0.5),
        Kind("Forplejning", 0.25, 1.2),
    ),
    factors={"2018-06": 1.30},
)


def sums() -> Sums:
    """Say what the published figures require of wages registered and of staff, and of other expenses, kr a year."""
    published = figures(NAME)
    unknown = Sums({"with": 520_000, "without": 2_345_000, "other": 15_000, "staff": 3_280_000})
    collected, other, staff = unknown.total("with", "without", "other"), unknown["other"], unknown["staff"]
    _require(unknown, collected, published, row="collected")
    for row, change in (("full_time", 0.0), ("wages_plus_10", 0.1), ("wages_plus_20", 0.2)):
        _require(unknown, (1 + change) * staff + other, published, row=row)
    meetings = published["shares_pct.meetings_and_phone_with_young_person"]
    unknown.require_share(unknown["with"], collected, meetings)
    unknown.bound(other, 12_000, 40_000)
    return unknown


def _require(unknown: Sums, annual: Vector, published: dict[str, Figure], *, row: str) -> None:
    unknown.require(annual, published[f"{row}.annual"])
    unknown.require(annual / fmean(ENROLLED.values()), published[f"{row}.per_enrolled"])
    unknown.require(annual / fmean(DISCHARGED.values()), published[f"{row}.per_discharged"])


def staff_rows(kroner: float) -> list[tuple[str, str, str]]:
    """Give full-time equivalents by month, in twentieths, whose cost a year is nearest to a sum."""
    months = sorted({month_of(day) for day in days_between(FIRST, LAST)})
    price = {group: hourly_rate(group) * parameter("annual_hours_norm") * STEP / len(months) for group in BOTH}
    leaders, advisers = min(
        product(range(200, 300), range(1900, 2200)),
        key=lambda steps: abs(steps[0] * price["leder_socialraadgiver"] + steps[1] * price["socialraadgiver"] - kroner),
    )
    levels = [LEADER_LEVELS[number // 3] for number in range(len(months))]
    by_group = {
        "socialraadgiver": sorted(_shared_out(advisers, [2 - level / 4 for level in levels]), reverse=True),
        "leder_socialraadgiver": sorted(_shared_out(leaders, levels)),
    }
    return [
        (month, group, number(NAME, by_group[group][row] * STEP)) for row, month in enumerate(months) for group in BOTH
    ]


def _shared_out(steps: int, weights: list[float]) -> list[int]:
    """Share whole steps out by weights, so that they add up."""
    ends = [round(steps * sum(weights[: number + 1]) / sum(weights)) for number in range(len(weights))]
    return [end - start for start, end in zip([0, *ends], ends, strict=False)]


def make() -> float:
    """Write København's tables; give how far inside the tightest published interval its sums lie."""
    unknown = sums()
    yearly = unknown.solve()
    collected = {name: amount * OBSERVED_MONTHS / 12 for name, amount in yearly.items()}
    pots = [
        INTERVENTION.pot(collected["with"], with_citizen=True),
        INTERVENTION.pot(collected["without"], with_citizen=False),
    ]
    INTERVENTION.write(pots, INTERVENTION.bills(collected["other"]))
    write(NAME, "full_time_staff", ("month", "job_group", "fte"), staff_rows(yearly["staff"]))
    return unknown.margin
