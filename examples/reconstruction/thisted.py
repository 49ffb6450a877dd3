"""Thisted, Den koordinerende familiekonsulent: nine families, nineteen months, 2019 by itself."""

import datetime as dt

from reconstruction.diary import Activity, Case
from reconstruction.expenses import Kind
from reconstruction.intervention import Denominators, Intervention, months_each
from reconstruction.published import figures
from reconstruction.sums import Sums
from reconstruction.tables import write_citizens

NAME = "thisted"
LAST = dt.date(2019, 9, 30)
WINDOW_MONTHS = 19
MONTHS = {2018: 10, 2019: 9}

CASES = (
    Case(1, dt.date(2018, 3, 5), dt.date(2019, 1, 11), 1.0),
    Case(2, dt.date(2018, 4, 16), dt.date(2018, 12, 14), 0.8),
    Case(3, dt.date(2018, 6, 11), dt.date(2019, 5, 24), 1.3),
    Case(4, dt.date(2018, 8, 27), dt.date(2019, 6, 14), 1.0),
    Case(5, dt.date(2018, 10, 1), dt.date(2019, 8, 16), 1.2),
    Case(6, dt.date(2018, 11, 12), None, 0.9),
    Case(7, dt.date(2018, 12, 3), None, 1.4),
    Case(8, dt.date(2019, 1, 14), None, 1.1),
    Case(9, dt.date(2019, 1, 28), None, 1.0),
)

ADVISER = {"socialraadgiver": 1.0}
BOTH = {"socialraadgiver": 0.90, "leder_socialraadgiver": 0.10}
SUPERVISED = {"socialraadgiver": 0.60, "leder_socialraadgiver": 0.40}

INTERVENTION = Intervention(
    name=NAME,
    seed=8,
    observed=((dt.date(2018, 3, 1), LAST),),
    cases=CASES,
    employees={"socialraadgiver": ("M1", "M2"), "leder_socialraadgiver": ("M3",)},
    activities={
        True: (
            Activity("Møde med familien", 0.42, ADVISER, (4, 6, 6, 8)),
            Activity("Hjemmebesøg", 0.40, ADVISER, (4, 6, 8, 8)),
            Activity("Telefonkontakt med familien", 0.18, ADVISER, (1, 1, 2, 2, 3)),
        ),
        False: (
            Activity("Koordinering", 0.38, BOTH, (1, 2, 2, 4)),
            Activity("Tilrettelæggelse af møder", 0.20, ADVISER, (1, 2, 3)),
            Activity("Forberedelse", 0.24, ADVISER, (2, 2, 4)),
            Activity("Supervision", 0.18, SUPERVISED, (4, 6, 8), False, 3),
        ),
    },
    kinds=(
        Kind("Ekstern konsulent", 0.62, 0.5),
        Kind("Transport", 0.24, 1.5, at_end_of_month=True),
        Kind("Forplejning", 0.10, 1.5),
        Kind("Tryk af skemaer", 0.04, 0.25),
    ),
)


def sums() -> Sums:
    """Say what the published figures require of 2018's and 2019's wages and other expenses, kr collected."""
    published = figures(NAME)
    unknown = Sums(
        {"with 2018": 133_000, "without 2018": 30_000, "other 2018": 46_000}
        | {"with 2019": 260_000, "without 2019": 57_000, "other 2019": 80_000}
    )
    yearly = 12 / sum(MONTHS.values())
    wages, other = unknown.total("with"), unknown.total("other")
    per = Denominators(len(CASES) * 12 / WINDOW_MONTHS, months_each(CASES, LAST))
    per.require_wages(unknown, yearly * wages, yearly * other, figures=published)
    collected_2019 = unknown["with 2019"] + unknown["without 2019"] + unknown["other 2019"]
    per.require(unknown, 12 / MONTHS[2019] * collected_2019, published, row="only_2019")
    unknown.require_share(unknown.total("with 2"), wages + other, published["shares_pct.with_citizen"])
    return unknown


def make() -> float:
    """Write Thisted's tables; give how far inside the tightest published interval its sums lie."""
    unknown = sums()
    collected = unknown.solve()
    pots = [
        INTERVENTION.pot(collected[f"{name} {year}"], with_citizen=name == "with", year=year)
        for year in MONTHS
        for name in ("with", "without")
    ]
    expenses = [bill for year in MONTHS for bill in INTERVENTION.bills(collected[f"other {year}"], year=year)]
    INTERVENTION.write(pots, expenses)
    write_citizens(NAME, CASES)
    return unknown.margin
