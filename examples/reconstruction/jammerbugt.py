"""Jammerbugt, Spædbarnsindsatsen: twelve families, fourteen observed months."""

import datetime as dt

from reconstruction.diary import Activity, Case
from reconstruction.expenses import Kind
from reconstruction.intervention import Denominators, Intervention, months_each
from reconstruction.published import figures
from reconstruction.sums import Sums
from reconstruction.tables import write_citizens

NAME = "jammerbugt"
LAST = dt.date(2019, 9, 30)
WINDOW_MONTHS, OBSERVED_MONTHS = 19, 14

CASES = (
    Case(1, dt.date(2017, 10, 9), dt.date(2018, 5, 18), 0.8),
    Case(2, dt.date(2017, 12, 18), dt.date(2018, 9, 14), 1.1),
    Case(3, dt.date(2018, 1, 8), dt.date(2018, 10, 31), 1.0),
    Case(4, dt.date(2018, 2, 19), dt.date(2019, 2, 15), 1.3),
    Case(5, dt.date(2018, 4, 9), dt.date(2019, 1, 25), 0.9),
    Case(6, dt.date(2018, 5, 14), dt.date(2019, 4, 9), 1.2),
    Case(7, dt.date(2018, 8, 13), dt.date(2019, 6, 28), 1.0),
    Case(8, dt.date(2018, 9, 17), dt.date(2019, 8, 16), 1.1),
    Case(9, dt.date(2018, 10, 8), None, 1.0),
    Case(10, dt.date(2019, 1, 7), None, 1.2),
    Case(11, dt.date(2019, 1, 28), None, 0.9),
    Case(12, dt.date(2019, 2, 18), None, 1.0),
)

HOME = {"familieterapeut": 0.62, "sundhedsplejerske": 0.16, "paedagog": 0.14, "socialraadgiver": 0.08}
TEAM = {"familieterapeut": 0.55, "sundhedsplejerske": 0.12, "paedagog": 0.12, "socialraadgiver": 0.13}

INTERVENTION = Intervention(
    name=NAME,
    seed=5,
    observed=(
        (dt.date(2018, 3, 1), dt.date(2018, 5, 31)),
        (dt.date(2018, 9, 1), dt.date(2018, 10, 31)),
        (dt.date(2019, 1, 1), LAST),
    ),
    cases=CASES,
    employees={
        "familieterapeut": ("M1", "M2", "M3", "M4"),
        "sundhedsplejerske": ("M5", "M6"),
        "paedagog": ("M7",),
        "socialraadgiver": ("M8",),
        "leder_socialraadgiver": ("M9",),
    },
    activities={
        True: (
            Activity("Hjemmebesøg", 0.55, HOME, (6, 8, 8, 10, 12)),
            Activity("Samspilsobservation og videofeedback", 0.20, HOME, (4, 6, 8)),
            Activity("Samtale med forældre", 0.17, HOME, (4, 4, 6, 8)),
            Activity("Netværksmøde med familien", 0.08, HOME, (6, 8)),
        ),
        False: (
            Activity("Faglige møder", 0.30, {**TEAM, "leder_socialraadgiver": 0.08}, (6, 8), False, 2),
            Activity("Tværfaglig koordinering om familien", 0.24, TEAM, (2, 4, 4, 6)),
            Activity("Forberedelse og journal", 0.28, TEAM, (2, 2, 3, 4, 6)),
            Activity("Supervision", 0.10, {**TEAM, "leder_socialraadgiver": 0.08}, (8, 12), False, 3),
            Activity("Ledelse og visitation", 0.08, {"leder_socialraadgiver": 1.0}, (4, 6, 8), False),
        ),
    },
    kinds=(
        Kind("Transport til og fra hjemmene, kørselsgodtgørelse", 0.86, 4, at_end_of_month=True),
        Kind("Transport til og fra hjemmene, parkering og offentlig transport", 0.14, 1.5),
    ),
    levels={"2018-09": 0.38, "2018-10": 0.33},
)


def sums() -> Sums:
    """Say what the published figures require of wages with and without citizens and of other expenses, kr a year."""
    published = figures(NAME)
    unknown = Sums({"with": 1_980_000, "without": 750_000, "other": 60_000})
    wages, other = unknown.total("with"), unknown["other"]
    per = Denominators(len(CASES) * 12 / WINDOW_MONTHS, months_each(CASES, LAST))
    per.require_wages(unknown, wages, other, figures=published)
    per.require_numbers(unknown, wages, other, figures=published)
    for part, share in (("with", "with_citizen"), ("without", "without_citizen"), ("other", "other_expenses")):
        unknown.require_share(unknown[part], wages + other, published[f"shares_pct.{share}"])
    return unknown


def make() -> float:
    """Write Jammerbugt's tables; give how far inside the tightest published interval its sums lie."""
    unknown = sums()
    collected = {name: amount * OBSERVED_MONTHS / 12 for name, amount in unknown.solve().items()}
    pots = [
        INTERVENTION.pot(collected["with"], with_citizen=True),
        INTERVENTION.pot(collected["without"], with_citizen=False),
    ]
    INTERVENTION.write(pots, INTERVENTION.bills(collected["other"]))
    write_citizens(NAME, CASES)
    return unknown.margin
