"""An intervention for single families or young people: its months, and its sums put into dated rows."""

import datetime as dt
import math
import random
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from reconstruction.diary import Activity, Case, Diary, Entry, Pot
from reconstruction.expenses import Expense, Kind, bills
from reconstruction.published import Figure
from reconstruction.sums import Sums, Vector
from reconstruction.tables import write_expenses, write_registrations
from reconstruction.workdays import month_of, months, working_days

Span = tuple[dt.date, dt.date]
Days = dict[str, list[dt.date]]

SEASON = {7: 0.35, 8: 0.9, 12: 0.85}
"""How much is done in a month beside the others, day for day."""


@dataclass(frozen=True, slots=True)
class Intervention:
    """How an intervention works.

    Attributes:
        name: The municipality.
        seed: Makes the same rows each time.
        observed: The periods in which hours were registered.
        cases: Families or young people.
        employees: Running numbers by job group.
        activities: What hours go to, with citizens (True) and without (False).
        kinds: Other expenses.
        levels: How much was done in a month beside what is usual.
        factors: Part months' factors.
    """

    name: str
    seed: int
    observed: Sequence[Span]
    cases: Sequence[Case]
    employees: Mapping[str, Sequence[str]]
    activities: Mapping[bool, Sequence[Activity]]
    kinds: Sequence[Kind]
    levels: Mapping[str, float] = field(default_factory=dict)
    factors: Mapping[str, float] = field(default_factory=dict)

    def days(self, year: int | None = None) -> Days:
        """Give the working days of the observed periods by month, of one year or of all."""
        days: Days = {}
        for day in (day for span in self.observed for day in working_days(*span)):
            if year in (None, day.year):
                days.setdefault(month_of(day), []).append(day)
        return days

    def pot(self, kroner: float, *, with_citizen: bool, year: int | None = None) -> Pot:
        """Give a sum of wages with the days and activities it goes to."""
        days = self.days(year)
        weights = {month: self._weight(month, days[month], with_citizen=with_citizen) for month in days}
        return Pot(kroner, with_citizen, days, weights, self.activities[with_citizen], self.employees, self.cases)

    def write(self, pots: Sequence[Pot], expenses: Sequence[Expense]) -> None:
        """Write the tables of registrations and expenses."""
        write_registrations(self.name, self.entries(pots), by="case")
        write_expenses(self.name, expenses)

    def entries(self, pots: Sequence[Pot]) -> list[Entry]:
        """Put sums of wages into time registrations."""
        diary = Diary(self.seed, self.factors)
        for pot in pots:
            diary.fill(pot)
        return diary.sorted_entries()

    def bills(self, kroner: float, *, year: int | None = None) -> list[Expense]:
        """Put a sum of other expenses into bills."""
        draw = random.Random(self.seed + (year or 0))
        return bills(kroner, self.kinds, days=self.days(year), draw=draw, factors=self.factors)

    def _weight(self, month: str, days: Sequence[dt.date], *, with_citizen: bool) -> float:
        usual = len(days) * SEASON.get(days[0].month, 1.0) * self.levels.get(month, 1.0)
        running = sum(case.runs(day) for case in self.cases for day in days) / len(days)
        return usual * math.pow(running, 0.5 if with_citizen else 0.25)


def months_each(cases: Sequence[Case], last: dt.date) -> float:
    """Give the mean months of the cases; one without an end runs to the last day of the window."""
    return sum(months(case.start, case.end or last) for case in cases) / len(cases)


@dataclass(frozen=True, slots=True)
class Denominators:
    """What annual costs are divided by: participants a year and months each."""

    participants: float
    months_each: float

    def require(self, sums: Sums, annual: Vector, figures: Mapping[str, Figure], *, row: str) -> None:
        """Require a row of a table: annual cost, per participant, and per participant and month."""
        each = annual / self.participants
        sums.require(annual, figures[f"{row}.annual"])
        sums.require(each, figures[f"{row}.per_participant"])
        sums.require(each / self.months_each, figures[f"{row}.per_participant_month"])

    def require_wages(self, sums: Sums, wages: Vector, other: Vector, *, figures: Mapping[str, Figure]) -> None:
        """Require the rows of base and of wages 10 and 20 percent higher."""
        for row, change in (("base", 0.0), ("wages_plus_10", 0.1), ("wages_plus_20", 0.2)):
            self.require(sums, (1 + change) * wages + other, figures, row=row)

    def require_numbers(self, sums: Sums, wages: Vector, other: Vector, *, figures: Mapping[str, Figure]) -> None:
        """Require the rows of 10 and 12 participants: wages follow the number, other expenses do not."""
        for number in (10, 12):
            of_number = Denominators(number, self.months_each)
            annual = wages * number / self.participants + other
            of_number.require(sums, annual, figures, row=f"participants_{number}")
