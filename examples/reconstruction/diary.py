"""Dated time registrations whose cost is a given sum: hours shared out over months, activities, days and people."""

import datetime as dt
import random
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from itertools import product

from reconstruction.rates import hourly_rate
from reconstruction.workdays import DAY, month_of

LONGEST_DAY = 32
"""Quarters of an hour that an employee registers on a day at most: 8 hours."""
TRIES = 40
FIRST_OR_LAST = 31 * DAY
"""How long a case counts as beginning, and as ending."""


@dataclass(frozen=True, slots=True)
class Activity:
    """What hours went to.

    Attributes:
        name: Danish name, as registered.
        weight: Share of its pot's cost.
        groups: Share of its cost by job group.
        quarters: Usual lengths of an entry, in quarters of an hour.
        about_case: It concerns one case; otherwise the whole intervention.
        weekday: The day of the week it usually falls on (0 is Monday); None is any.
        together: It is held by all at once, so its entries spread evenly over days and employees.
    """

    name: str
    weight: float
    groups: Mapping[str, float]
    quarters: tuple[int, ...]
    about_case: bool = True
    weekday: int | None = None
    together: bool = False


@dataclass(frozen=True, slots=True)
class Case:
    """A family or young person under a running number, from first to last day (None: still there)."""

    number: int
    start: dt.date
    end: dt.date | None
    weight: float = 1.0

    def runs(self, day: dt.date) -> bool:
        """Tell whether the case runs on a day."""
        return self.start <= day and (self.end is None or day <= self.end)

    def phase(self, day: dt.date) -> str:
        """Name the phase a day falls in."""
        if day < self.start + FIRST_OR_LAST:
            return "opstart"
        return "afslutning" if self.end and day > self.end - FIRST_OR_LAST else "forløb"


@dataclass(frozen=True, slots=True)
class Entry:
    """A time registration."""

    date: dt.date
    job_group: str
    quarters: int
    employee: str
    activity: str
    phase: str
    with_citizen: bool
    case: str
    course: str


@dataclass(frozen=True, slots=True)
class Pot:
    """A sum of wages to be shared out.

    Attributes:
        kroner: The sum, factors of part months included.
        with_citizen: Whether its hours are spent with citizens.
        days: The days it may be dated, by month, and each month's weight.
        activities: What its hours go to.
        employees: Running numbers of those who do it, by job group.
        cases: The cases it concerns.
        phase: Its phase; where empty, the case's.
        course: Its group course, if any.
    """

    kroner: float
    with_citizen: bool
    days: Mapping[str, Sequence[dt.date]]
    weights: Mapping[str, float]
    activities: Sequence[Activity]
    employees: Mapping[str, Sequence[str]]
    cases: Sequence[Case] = ()
    phase: str = ""
    course: str = ""


@dataclass(slots=True)
class Diary:
    """Time registrations as they are entered.

    Attributes:
        seed: Makes the same entries each time.
        factors: Part months' factors, by month.
    """

    seed: int
    factors: Mapping[str, float] = field(default_factory=dict)
    entries: list[Entry] = field(default_factory=list)
    _carried: float = 0.0
    _load: defaultdict[tuple[dt.date, str], int] = field(default_factory=lambda: defaultdict(int))
    _random: random.Random = field(default_factory=random.Random)

    def __post_init__(self) -> None:
        self._random.seed(self.seed)

    def fill(self, pot: Pot) -> None:
        """Enter hours that cost the pot's sum; what quarters of an hour cannot meet is carried to what comes next."""
        for month, activity, job_group, kroner in self._shares(pot):
            quarter = hourly_rate(job_group) / 4 * self.factors.get(month, 1)
            quarters = max(0, round((kroner + self._carried) / quarter))
            self._carried += kroner - quarters * quarter
            self._enter(pot, month, activity, job_group=job_group, quarters=quarters)

    def sorted_entries(self) -> list[Entry]:
        """Give the entries by date, then employee."""
        return sorted(self.entries, key=lambda each: (each.date, int(each.employee[1:]), each.activity, each.case))

    def _shares(self, pot: Pot) -> list[tuple[str, Activity, str, float]]:
        """Share the sum out over months, activities and job groups; the cheapest come last, to meet it closely."""
        pairs = [(activity, group) for activity in pot.activities for group in activity.groups]
        cells = {
            (month, number): weight * activity.weight * activity.groups[group] * self._random.uniform(0.85, 1.15)
            for (month, weight), (number, (activity, group)) in product(pot.weights.items(), enumerate(pairs))
        }
        unit = pot.kroner / sum(cells.values())
        shares = [(month, *pairs[number], weight * unit) for (month, number), weight in cells.items()]
        return sorted(shares, key=lambda share: -hourly_rate(share[2]))

    def _enter(self, pot: Pot, month: str, activity: Activity, *, job_group: str, quarters: int) -> None:
        days = [day for day in pot.days[month] if not activity.about_case or _some_case(pot.cases, day)]
        while quarters > 0:
            length = min(quarters, self._random.choice(activity.quarters))
            day, employee = self._place(days, pot.employees[job_group], activity=activity, length=length)
            case = self._case(pot.cases, day) if activity.about_case else None
            phase = pot.phase or (case.phase(day) if case else "tværgående")
            number = str(case.number) if case else ""
            self.entries.append(
                Entry(day, job_group, length, employee, activity.name, phase, pot.with_citizen, number, pot.course)
            )
            self._load[day, employee] += length
            quarters -= length

    def _place(
        self, days: Sequence[dt.date], employees: Sequence[str], *, activity: Activity, length: int
    ) -> tuple[dt.date, str]:
        """Find a day and an employee with room for an entry, on the usual weekday if there is one."""
        usual = [day for day in days if activity.weekday in (None, day.weekday())]
        for possible in () if activity.together else (usual, days):
            for _ in range(TRIES if possible else 0):
                place = self._random.choice(possible), self._random.choice(employees)
                if self._load[place] + length <= LONGEST_DAY:
                    return place
        return self._least_loaded(days, employees, length)

    def _least_loaded(self, days: Sequence[dt.date], employees: Sequence[str], length: int) -> tuple[dt.date, str]:
        place = min(product(days, employees), key=lambda place: self._load[place])
        if self._load[place] + length > LONGEST_DAY:
            raise ValueError(f"{employees} have no room for {length / 4} hours in {month_of(days[0])}")
        return place

    def _case(self, cases: Sequence[Case], day: dt.date) -> Case | None:
        running = [case for case in cases if case.runs(day)]
        return self._random.choices(running, [case.weight for case in running])[0] if running else None


def _some_case(cases: Sequence[Case], day: dt.date) -> bool:
    return not cases or any(case.runs(day) for case in cases)
