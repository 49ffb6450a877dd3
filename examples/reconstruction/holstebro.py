"""Holstebro, Den intensive spædeindsats: nine families, sixteen months; the training before the start is stated."""

import datetime as dt

from reconstruction.diary import Activity, Case
from reconstruction.expenses import Kind
from reconstruction.intervention import Denominators, Intervention, months_each
from reconstruction.published import figures
from reconstruction.sums import Sums
from reconstruction.tables import write_citizens

NAME = "holstebro"
LAST = dt.date(2019, 9, 30)
OBSERVED_MONTHS = 16
FAMILIES_A_YEAR = 7.2
"""As the report counts: 9 × 12 / 15."""

CASES = (
    Case(1, dt.date(2018, 4, 16), dt.date(2019, 9, 15), 1.2),
    Case(2, dt.date(2018, 6, 4), dt.date(2018, 12, 14), 1.0),
    Case(3, dt.date(2018, 6, 18), dt.date(2019, 1, 25), 0.9),
    Case(4, dt.date(2018, 8, 20), dt.date(2019, 3, 8), 1.1),
    Case(5, dt.date(2018, 10, 8), dt.date(2019, 5, 3), 1.0),
    Case(6, dt.date(2018, 12, 10), dt.date(2019, 6, 21), 1.2),
    Case(7, dt.date(2019, 1, 21), dt.date(2019, 8, 9), 1.0),
    Case(8, dt.date(2019, 3, 4), None, 1.1),
    Case(9, dt.date(2019, 4, 8), None, 0.9),
)

HOME = {"sundhedsplejerske": 0.50, "paedagog": 0.24, "socialraadgiver": 0.18, "ergoterapeut": 0.08}
TEAM = {"sundhedsplejerske": 0.44, "paedagog": 0.22, "socialraadgiver": 0.20, "ergoterapeut": 0.06}
LED = {**TEAM, "leder_socialraadgiver": 0.12}

INTERVENTION = Intervention(
    name=NAME,
    seed=9,
    observed=((dt.date(2018, 6, 1), LAST),),
    cases=CASES,
    employees={
        "sundhedsplejerske": ("M1", "M2"),
        "paedagog": ("M3",),
        "socialraadgiver": ("M4",),
        "ergoterapeut": ("M5",),
        "leder_socialraadgiver": ("M6",),
    },
    activities={
        True: (
            Activity("Hjemmebesøg hos familien", 0.62, HOME, (4, 6, 8, 8, 10)),
            Activity("Samspilsarbejde med forældre og barn", 0.26, HOME, (4, 6, 6)),
            Activity("Telefonkontakt med familien", 0.12, HOME, (1, 1, 2, 2)),
        ),
        False: (
            Activity("Kørsel", 0.25, HOME, (2, 2, 3, 4, 4)),
            Activity("Faglige møder", 0.20, LED, (6, 8), False, 1),
            Activity("Teamkoordinering", 0.15, LED, (4, 4, 6), False, 0),
            Activity("Journalskrivning", 0.18, TEAM, (1, 2, 2, 3)),
            Activity("Statusrapporter", 0.08, TEAM, (4, 6, 8)),
            Activity("Tværfaglig opfølgning", 0.10, LED, (2, 4, 4)),
            Activity("Kontakt med jordemødre", 0.04, {"sundhedsplejerske": 1.0}, (1, 2, 2)),
        ),
    },
    kinds=(Kind("Transport til og fra hjemmene", 1.0, 5, at_end_of_month=True),),
)


def sums() -> Sums:
    """Say what the published figures require of wages with and without citizens and of other expenses, kr a year."""
    published = figures(NAME)
    unknown = Sums({"with": 943_000, "without": 710_000, "other": 126_000})
    wages, other = unknown.total("with"), unknown["other"]
    per = Denominators(FAMILIES_A_YEAR, months_each(CASES, LAST))
    per.require_wages(unknown, wages, other, figures=published)
    per.require_numbers(unknown, wages, other, figures=published)
    unknown.require_share(unknown["with"], wages + other, published["shares_pct.with_citizen"])
    return unknown


def make() -> float:
    """Write Holstebro's tables; give how far inside the tightest published interval its sums lie."""
    unknown = sums()
    collected = {name: amount * OBSERVED_MONTHS / 12 for name, amount in unknown.solve().items()}
    pots = [
        INTERVENTION.pot(collected["with"], with_citizen=True),
        INTERVENTION.pot(collected["without"], with_citizen=False),
    ]
    INTERVENTION.write(pots, INTERVENTION.bills(collected["other"]))
    write_citizens(NAME, CASES)
    return unknown.margin
