"""Outliers: more hours than an employee's day or week is likely to hold, and cases unlike the others."""

import datetime as dt
import math
from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass, replace
from typing import TypeVar

from somcost.analyse.assessment import Assessment
from somcost.analyse.quality.outlier import AllOutliers, Outlier, Outliers
from somcost.analyse.quality.places import first_places
from somcost.analyse.quality.robust import RobustRule, usual_of
from somcost.model.tables import Registrations, running

Rows = Sequence[int]
Key = TypeVar("Key", bound=Hashable)

HOURS_OF_LONG_DAY = 12.0
"""Hours of one employee's day above which it is looked at; above 24 no assessment is made."""
HOURS_OF_DAY = 24.0
"""Hours of one row that names no employee above which it holds more than one person's day."""
HOURS_OF_LONG_WEEK = 60.0
"""Hours of one employee's week, Monday to Sunday, above which it is looked at."""


@dataclass(frozen=True, slots=True)
class OutlierRows:
    """Outliers, and the numbers of their rows in the costed table."""

    outliers: AllOutliers
    rows: frozenset[int]


def outliers_of(assessment: Assessment) -> OutlierRows:
    """Find the outliers (usædvanlige timer) among the costed registrations."""
    lines = assessment.costing.ledger.registrations
    table = None if lines is None else lines.table
    if not isinstance(table, Registrations) or table.are_sums:
        none = Outliers(not_known="read_as_sums" if table else "no_registrations")
        return OutlierRows(AllOutliers(none, none, none, none), frozenset())
    search = _Search(assessment, table)
    found = AllOutliers(search.days(), search.weeks(), search.rows(), search.cases())
    return OutlierRows(found, frozenset(search.found))


class _Search:
    def __init__(self, assessment: Assessment, table: Registrations) -> None:
        self.table, self.scenario = table, assessment.inputs.scenario
        self.employees, self.found = running(table.employee), set[int]()
        self.by_day = [row for row, by_month in enumerate(table.by_month) if not by_month]
        self.of_employee = [row for row in self.by_day if self.employees[row] is not None]

    def days(self) -> Outliers:
        return self._long(HOURS_OF_LONG_DAY, str)

    def weeks(self) -> Outliers:
        return self._long(HOURS_OF_LONG_WEEK, week_of)

    def _long(self, above: float, when: Callable[[dt.date], str]) -> Outliers:
        if not self.of_employee:
            return Outliers(above, not_known="no_employee_by_day")
        names = {date: when(date) for date in set(self.table.date)}
        entries = self._grouped(
            self.of_employee, [(self.employees[row], names[self.table.date[row]]) for row in self.of_employee]
        )
        found = [self._outlier(rows, *entry) for entry, rows in sorted(entries.items()) if self._hours(rows) > above]
        return Outliers(above, not_judged_rows=len(self.table) - len(self.of_employee), found=tuple(found))

    def rows(self) -> Outliers:
        nameless = [row for row in self.by_day if self.employees[row] is None]
        if not nameless:
            return Outliers(HOURS_OF_DAY, not_known="every_row_names_employee")
        long = [row for row in nameless if self.table.hours[row] > HOURS_OF_DAY]
        found = [self._outlier([row], None, str(self.table.date[row])) for row in long]
        return Outliers(HOURS_OF_DAY, not_judged_rows=len(self.table) - len(nameless), found=tuple(found))

    def cases(self) -> Outliers:
        numbers = running(self.table.case)
        told = [row for row, number in enumerate(numbers) if number is not None]
        if not told:
            return Outliers(rule=RobustRule(), not_known="no_case")
        entries = self._grouped(told, [numbers[row] for row in told])
        usual = usual_of([self._hours(rows) for rows in entries.values()])
        if usual is None:
            return Outliers(rule=RobustRule(), not_known="too_few_cases")
        found = [
            self._outlier(rows, number, None) for number, rows in entries.items() if usual.is_far(self._hours(rows))
        ]
        if self.scenario.settings.fewest_citizens > 1:
            found = [replace(each, hours=None) for each in found]
        return Outliers(
            rule=RobustRule(), usual=usual.middle, not_judged_rows=len(self.table) - len(told), found=tuple(found)
        )

    @staticmethod
    def _grouped(rows: Rows, keys: Sequence[Key]) -> dict[Key, list[int]]:
        entries: dict[Key, list[int]] = {}
        for row, key in zip(rows, keys, strict=True):
            entries.setdefault(key, []).append(row)
        return entries

    def _hours(self, rows: Rows) -> float:
        return math.fsum(self.table.hours[row] for row in rows)

    def _outlier(self, rows: Rows, number: int | None, when: str | None) -> Outlier:
        self.found.update(rows)
        return Outlier(number, when, self._hours(rows), len(rows), first_places(self.table, rows, self.scenario)[0])


def week_of(date: dt.date) -> str:
    """Name a day's week as ISO 8601 does, Monday first.

    >>> week_of(dt.date(2018, 12, 31))
    '2019-W01'
    """
    year, week, _ = date.isocalendar()
    return f"{year}-W{week:02}"
