"""Sudden stops and late starts: who registers steadily, and then nothing while others go on."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

import numpy as np

from somcost.analyse.assessment import Assessment
from somcost.analyse.quality.hours import HoursByMonth
from somcost.analyse.quality.months import NotJudged
from somcost.model.tables import Registrations, running

SILENT = 2
"""Months at the end, or the beginning, without an hour while others have some that make a stop or a late start."""
STEADY = 0.75
"""Share of the observed months from the first to the last with hours that must have some."""
LEAST_MONTHS = 3
"""Months with hours before anybody can be said to register steadily."""

End = Literal["stop", "late_start"]


@dataclass(frozen=True, slots=True)
class StopRule:
    """The rule by which somebody stopped or started late."""

    silent_months: int = SILENT
    steady_share: float = STEADY
    least_months: int = LEAST_MONTHS


@dataclass(frozen=True, slots=True)
class Stop:
    """Who registers nothing in the last, or the first, observed months though others do.

    Attributes:
        end: "stop" or "late_start".
        job_group: The job group; None where it is an employee.
        employee: The employee's running number in the costed registrations; None where it is a job group.
        month: The last month with hours, or the first.
        silent_months: Observed months after it, or before it, in which others have hours.
    """

    end: End
    job_group: str | None
    employee: int | None
    month: str
    silent_months: int


@dataclass(frozen=True, slots=True)
class Stops:
    """Sudden stops and late starts (pludselige ophør og sene starter).

    Attributes:
        rule: By which they are.
        employees_known: Whether the rows name employees.
        not_judged: Why none is told, where nothing can be.
        found: Job groups first, then employees.
    """

    rule: StopRule
    employees_known: bool = False
    not_judged: NotJudged | None = None
    found: tuple[Stop, ...] = ()


def stops_of(assessment: Assessment, hours: HoursByMonth | None) -> Stops:
    """Find who stopped or started late; group courses begin and end, and are not judged."""
    lines = assessment.costing.ledger.registrations
    if hours is None or lines is None or not isinstance(lines.table, Registrations):
        return Stops(StopRule(), not_judged="no_registrations")
    known = any(lines.table.employee)
    if assessment.inputs.scenario.courses is not None:
        return Stops(StopRule(), known, "group_courses")
    observed = [number for number, month in enumerate(hours.months) if month.observed_days]
    months = [hours.months[number].name for number in observed]
    others = (hours.registered.sum(axis=1)[observed] > 0).tolist()
    found: list[Stop] = []
    for group, column in zip(hours.groups, hours.registered.T, strict=True):
        found += _ends(months, (column[observed] > 0).tolist(), others, group=group)
    codes = lines.categories["month"].codes.tolist()
    for employee, worked in _months_of_employees(lines.table, codes).items():
        found += _ends(months, [number in worked for number in observed], others, employee=employee)
    return Stops(StopRule(), known, None, tuple(found))


def _months_of_employees(table: Registrations, codes: Sequence[int]) -> Mapping[int, set[int]]:
    worked: dict[int, set[int]] = {}
    for number, code, hours in zip(running(table.employee), codes, table.hours, strict=True):
        if number is not None and hours > 0:
            worked.setdefault(number, set()).add(code)
    return worked


def _ends(
    months: Sequence[str],
    has: Sequence[bool],
    others: Sequence[bool],
    *,
    group: str | None = None,
    employee: int | None = None,
) -> Iterator[Stop]:
    at = np.flatnonzero(has).tolist()
    if len(at) < LEAST_MONTHS or len(at) < STEADY * (at[-1] - at[0] + 1):
        return
    before, after = sum(others[: at[0]]), sum(others[at[-1] + 1 :])
    if after >= SILENT:
        yield Stop("stop", group, employee, months[at[-1]], after)
    if before >= SILENT:
        yield Stop("late_start", group, employee, months[at[0]], before)
