"""Sound inputs and every way to change them, for the tests of the checks."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from somcost.model.assumptions import Assumption, AssumptionSet, JobGroup
from somcost.model.scenario import (
    BehaviourRule,
    Course,
    Courses,
    Gap,
    Inputs,
    Participants,
    PartMonth,
    Scenario,
    Sensitivities,
    Settings,
    Stated,
    Variant,
    Window,
)
from somcost.model.tables import Citizens, Expenses, Registrations, Staff, TableFile
from somcost.problems import Location

HERE = Location("scenario.yaml", 3, 5)


def date(text: str) -> dt.date:
    """Read an ISO date."""
    return dt.date.fromisoformat(text)


def stated(key: str, value: float) -> Stated:
    """Give a number of the scenario."""
    return Stated(key, value, HERE)


def assumption(key: str, value: float, unit: str = "", **more: Any) -> Assumption:
    """Give a value of the set."""
    return Assumption(key, value, unit, Location("set.yaml", 9, 9), "set", **more)


def job_group(name: str, **more: Any) -> JobGroup:
    """Give a job group with a monthly wage, or what `more` says instead."""
    own = assumption(f"job_groups.{name}.monthly_wage_cost", 35_000, "kr/month")
    known: dict[str, Any] = {"id": name, "label": name.title(), "location": Location("set.yaml", 20, 3), "wage": own}
    return JobGroup(**known | more)


PARAMETERS = {
    "annual_hours_norm": assumption("parameters.annual_hours_norm", 1418, "hours/year"),
    "overhead": assumption("parameters.overhead", 0.2, "share"),
    "hours_per_day": assumption("parameters.hours_per_day", 7.4, "hours/day"),
}
SET = AssumptionSet(
    "set",
    "A set",
    2019,
    parameters=PARAMETERS,
    job_groups={name: job_group(name) for name in ("paedagog", "socialraadgiver")},
    sources={},
    location=Location("set.yaml", 1, 1),
)


def registrations(*rows: tuple[Any, ...], **columns: Any) -> Registrations:
    """Give registrations from (date or month, job group, hours) and optional columns."""
    count = len(rows)
    empty: dict[str, Any] = {
        name: [None] * count for name in ("employee", "activity", "phase", "with_citizen", "case", "site", "course")
    }
    return Registrations(
        files=(TableFile("time.csv", {"date": 1, "job_group": 2, "hours": 3, "employee": 4, "course": 5}),),
        file=[0] * count,
        line=list(range(2, count + 2)),
        date=[date(row[0] if len(row[0]) > 7 else row[0] + "-01") for row in rows],
        by_month=[len(row[0]) == 7 for row in rows],
        job_group=[row[1] for row in rows],
        hours=[row[2] for row in rows],
        **empty | columns,
    )


def expenses(*rows: tuple[str, float], **columns: Any) -> Expenses:
    """Give expenses from (date, amount) and optional columns."""
    count = len(rows)
    empty: dict[str, Any] = {name: [None] * count for name in ("category", "phase", "site", "course", "price_year")}
    return Expenses(
        files=(TableFile("expenses.csv", {"date": 1, "amount": 2, "price_year": 3}),),
        file=[0] * count,
        line=list(range(2, count + 2)),
        date=[date(row[0] if len(row[0]) > 7 else row[0] + "-01") for row in rows],
        by_month=[len(row[0]) == 7 for row in rows],
        amount=[row[1] for row in rows],
        **empty | columns,
    )


def citizens(*rows: tuple[str, str | None], status: str | None = None) -> Citizens:
    """Give citizens from (start, end), all with one status."""
    count = len(rows)
    return Citizens(
        files=(TableFile("citizens.csv", {"id": 1, "start": 2, "end": 3}),),
        file=[0] * count,
        line=list(range(2, count + 2)),
        id=[str(row) for row in range(count)],
        start=[date(start) for start, _ in rows],
        end=[date(end) if end else None for _, end in rows],
        status=[status] * count,
        site=[None] * count,
    )


def staff(*rows: tuple[str, str, str, float]) -> Staff:
    """Give full-time staff from (start, end, job group, fte)."""
    count = len(rows)
    return Staff(
        files=(TableFile("staff.csv", {"start": 1}),),
        file=[0] * count,
        line=list(range(2, count + 2)),
        start=[date(row[0]) for row in rows],
        end=[date(row[1]) for row in rows],
        job_group=[row[2] for row in rows],
        fte=[row[3] for row in rows],
    )


WINDOW = Window(date("2018-03-01"), date("2019-08-31"), HERE)
EVERY_MONTH = [f"2018-{month:02}" for month in range(3, 13)] + [f"2019-{month:02}" for month in range(1, 9)]
SCENARIO = Scenario(
    "base",
    "Base",
    HERE,
    "set",
    WINDOW,
    participants=Participants(
        HERE, count=stated("participants.count", 12), months_each=stated("participants.months_each", 9)
    ),
    settings=Settings(fewest_citizens=1),
)
SOUND = Inputs(
    SCENARIO,
    SET,
    registrations=registrations(*((month, "paedagog", 10.0) for month in EVERY_MONTH)),
    expenses=expenses(("2018-04-01", 500.0)),
)


def scenario(**changes: Any) -> Inputs:
    """Give sound inputs with other keys of the scenario."""
    return replace(SOUND, scenario=replace(SCENARIO, **changes))


def window(**changes: Any) -> Inputs:
    """Give sound inputs with another window; months keep their registrations only where it says so."""
    return scenario(window=replace(WINDOW, **changes))


def participants(**changes: Any) -> Inputs:
    """Give sound inputs with other participants."""
    return scenario(participants=replace(SCENARIO.participants or Participants(HERE), **changes))


def assumptions(**changes: Any) -> Inputs:
    """Give sound inputs with another assumption set."""
    return replace(SOUND, assumptions=replace(SET, **changes))


def parameter(name: str, value: float, **more: Any) -> Inputs:
    """Give sound inputs with another value of a parameter."""
    key = f"parameters.{name}"
    return assumptions(parameters={**PARAMETERS, name: assumption(key, value, more.pop("unit", ""), **more)})


def group(**changes: Any) -> Inputs:
    """Give sound inputs with another pædagog."""
    return assumptions(job_groups={**SET.job_groups, "paedagog": job_group("paedagog", **changes)})


def gap(start: str, end: str) -> Gap:
    """Give a gap."""
    return Gap(date(start), date(end), "ferie", HERE)


def part(month: str, to: str | None = None, factor: float | None = None, reason: str = "syg") -> PartMonth:
    """Give a part month."""
    number = None if factor is None else stated("window.part_months.0.factor", factor)
    return PartMonth(date(month + "-01"), date(to) if to else None, number, reason, HERE)


def variant(start: str, end: str, name: str = "part") -> Inputs:
    """Give sound inputs with a sub-period."""
    return scenario(variants=(Variant(name, name, date(start), date(end), HERE),))


def dated(*rows: tuple[Any, ...], window: Window = WINDOW, **settings: Any) -> Inputs:
    """Give inputs with these registrations beside those of every month."""
    table = registrations(*((month, "paedagog", 10.0) for month in EVERY_MONTH), *rows)
    return replace(SOUND, scenario=replace(SCENARIO, window=window, settings=Settings(**settings)), registrations=table)


def courses(
    sizes: Mapping[str, float],
    *,
    capacity: float | None = None,
    per_year: float = 2.5,
    lines: tuple[str | None, ...] = ("A",),
    months: tuple[str, ...] | None = None,
    **changes: Any,
) -> Inputs:
    """Give sound inputs with courses; `lines` are the courses of the registrations, repeated."""
    listed = tuple(Course(name.strip(), stated(f"courses.list.{name}.participants", n)) for name, n in sizes.items())
    seats = None if capacity is None else stated("courses.capacity", capacity)
    group_courses = Courses(listed, stated("courses.per_year", per_year), HERE, capacity=seats)
    rows = [(f"2018-{month}-03", "paedagog", 5.0) for month in months or ["04"] * len(lines)]
    table = registrations(*rows, course=list(lines))
    changed = replace(SCENARIO, **{"courses": group_courses, "participants": None} | changes)
    spent = expenses((f"2018-{months[-1] if months else '05'}-01", 9.0), course=[lines[-1]]) if lines else None
    return replace(SOUND, scenario=changed, registrations=table if lines else None, expenses=spent)


def sensitivity(**changes: tuple[Stated, ...]) -> Inputs:
    """Give sound inputs with sensitivities."""
    return scenario(sensitivity=Sensitivities(**changes))


def rule(**match: tuple[str, ...]) -> Inputs:
    """Give sound inputs with a rule of cost behaviour."""
    return scenario(cost_behaviour=(BehaviourRule(match, "fixed", HERE),))
