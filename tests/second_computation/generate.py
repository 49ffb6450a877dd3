"""Random assessments, valid under the contract, from a seed; `write` puts one on disk as a user would have it."""

import random
from datetime import date, timedelta
from typing import Any

from second_computation.generate_people import fill_people
from second_computation.generate_rows import fill_rows
from second_computation.generate_window import allowed_days, random_window
from second_computation.plain import empty_assessment
from second_computation.plain_calendar import cut_window, month_of
from second_computation.plain_ledger import lines_of_window
from second_computation.plain_people import participants_per_year
from second_computation.write import write

__all__ = ["random_assessment", "write"]

SINGLE_GROUPS = ("psykolog", "sundhedsplejerske", "paedagog", "socialraadgiver", "ergoterapeut")
COMPOSITE_GROUPS = ("familieterapeut", "gruppeleder")
KINDS = ("registered", "registered", "registered", "both", "courses", "courses", "full_time")


def random_assessment(seed: int) -> dict[str, Any]:
    """The assessment of this seed: every part of the contract turns up in some seed."""
    rng = random.Random(seed)
    kind = rng.choice(KINDS)
    start = date(rng.randint(2016, 2020), rng.randint(1, 12), rng.choice((1, 1, rng.randint(2, 28))))
    assessment = empty_assessment(start, start)
    assessment["id"] = f"seed-{seed}"
    assessment["window"] = random_window(rng, start)
    fill_prices(rng, assessment)
    fill_people(rng, assessment, kind)
    fill_rows(rng, assessment, kind)
    fill_start_up(rng, assessment)
    fill_behaviour(rng, assessment)
    fill_variants(rng, assessment, kind)
    fill_sensitivity(rng, assessment)
    return assessment


def fill_prices(rng: random.Random, assessment: dict[str, Any]) -> None:
    """Parameters, job groups on every wage basis, composites, and overrides."""
    parameters = assessment["parameters"]
    parameters["annual_hours_norm"] = rng.choice((1418, 1400.5, 1500))
    parameters["overhead"] = rng.choice((0.0, 0.15, 0.2, 0.375))
    parameters["hours_per_day"] = rng.choice((7.4, 7, 6.25))
    names = rng.sample(SINGLE_GROUPS, rng.randint(2, 5))
    assessment["job_groups"] = {name: random_wage(rng) for name in names}
    for composite in rng.sample(COMPOSITE_GROUPS, rng.randint(0, 2)):
        assessment["job_groups"][composite] = {"mean_of": rng.sample(names, rng.randint(2, len(names)))}
    if rng.random() < 0.3:
        assessment["overrides"]["parameters.overhead"] = 0.1
    key = next(iter(assessment["job_groups"][names[0]]))
    if rng.random() < 0.3 and key != "hourly_wage_cost":
        assessment["overrides"][f"job_groups.{names[0]}.{key}"] = 12 * 41000 if key == "annual_wage_cost" else 41000


def random_wage(rng: random.Random) -> dict[str, Any]:
    """A wage per month, per year, or per effective or paid hour."""
    monthly = rng.randint(30000, 60000)
    return rng.choice(
        (
            {"monthly_wage_cost": monthly},
            {"monthly_wage_cost": monthly + 0.55},
            {"annual_wage_cost": 12 * monthly + 7},
            {"hourly_wage_cost": monthly / 125, "hour_basis": "effective"},
            {"hourly_wage_cost": monthly / 160, "hour_basis": "paid"},
        )
    )


def fill_start_up(rng: random.Random, assessment: dict[str, Any]) -> None:
    """Training with and without fees, and other start-up expenses."""
    if rng.random() < 0.6:
        return
    names = list(assessment["job_groups"])
    training: list[dict[str, Any]] = [
        {"job_group": rng.choice(names), "persons": rng.randint(1, 4), "days": rng.choice((2, 17, 21.5))}
        for _ in range(rng.randint(1, 3))
    ]
    training[0]["fee_each"] = rng.randint(1000, 50000)
    expenses = [{"label": "Lokaler", "amount": rng.randint(100, 90000)}] if rng.random() < 0.5 else []
    assessment["start_up"] = {"training": training, "expenses": expenses}


def fill_behaviour(rng: random.Random, assessment: dict[str, Any]) -> None:
    """Rules on kind, phase and activity; only words that the rows hold."""
    rows = (assessment["time_registrations"] or []) + (assessment["expenses"] or [])
    phases = sorted({row["phase"] for row in rows if row.get("phase")})
    activities = sorted({row["activity"] for row in rows if row.get("activity")})
    if assessment["time_registrations"] is None:
        phases, activities = [], []
    matches: list[dict[str, Any]] = [{"kind": "expense"}, {"kind": "wage"}]
    matches += [{"kind": "wage", "phase": [phase]} for phase in phases]
    matches += [{"phase": phases}] if phases else []
    matches += [{"activity": [activity]} for activity in activities]
    if not assessment["expenses"]:
        matches.remove({"kind": "expense"})
    for match in rng.sample(matches, min(len(matches), rng.choice((0, 0, 1, 2, 3)))):
        rule: dict[str, Any] = {"match": match, "behaves": rng.choice(("fixed", "variable"))}
        if assessment["courses"] is None and rng.random() < 0.4:
            rule = {"match": match, "behaves": "stepwise", "capacity": rng.choice((2, 3.5, 8))}
        assessment["cost_behaviour"].append(rule)


def cuts_a_sum(assessment: dict[str, Any], day: date) -> bool:
    """Tell whether the day's month has rows that are sums of it, or is scaled up: it cannot be cut."""
    rows = (assessment["time_registrations"] or []) + (assessment["expenses"] or [])
    months = {row["month"] for row in rows} | {
        part["month"] for part in assessment["window"]["part_months"] if part.get("factor") is not None
    }
    return month_of(day) in months


def fill_variants(rng: random.Random, assessment: dict[str, Any], kind: str) -> None:
    """Sub-periods that hold at least one registration; of registered assessments only."""
    if kind not in {"registered", "both"}:
        return
    window = assessment["window"]
    days = allowed_days(window)
    for name in rng.sample(("only_2019", "first_part", "later"), rng.randint(0, 2)):
        start, end = sorted((rng.choice(days), rng.choice(days)))
        if rng.random() < 0.5 or cuts_a_sum(assessment, start) or cuts_a_sum(assessment, end):
            start = start.replace(day=1)
            end = (end.replace(day=28) + timedelta(days=4)).replace(day=1) - timedelta(days=1)
        start, end = max(start, window["start"]), min(end, window["end"])
        lines = lines_of_window(assessment, cut_window(window, start, end), 0.0)
        if any(line["kind"] == "wage" for line in lines):
            assessment["variants"][name] = (start, end)


def fill_sensitivity(rng: random.Random, assessment: dict[str, Any]) -> None:
    """Wages, and participants or sizes of course where they mean something."""
    asked = assessment["sensitivity"]
    if rng.random() < 0.8:
        asked["wages"] = rng.choice(([0.1, 0.2], [0.1], [0.05, 0.125, 0.5]))
    if assessment["courses"] is not None and rng.random() < 0.8:
        asked["course_size"] = rng.choice(([4, 6, 8], [5]))
    defined = assessment["courses"] is None and participants_per_year(assessment, []) is not None
    if defined and rng.random() < 0.8:
        asked["participants"] = rng.choice(([10, 12], [3, 7.5, 40]))
