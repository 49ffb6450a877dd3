"""How many of everything a plan has in each year: teams, courses, participants, employees, traced."""

import functools
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

import numpy as np

from somcost.cost.givens import GivenNumbers, derived
from somcost.cost.operations import stack, total_of
from somcost.cost.plan_follows import Follows
from somcost.cost.planned_units import (
    courses_at_a_time,
    employees_for,
    employees_replaced,
    employees_starting,
    units_of_each,
    units_of_teams,
)
from somcost.cost.quantity import Quantity
from somcost.model.dimensions import Dimension
from somcost.model.plan import EmployeeType, Institution, Plan
from somcost.model.scenario import Stated
from somcost.model.timetable import Timetable, courses_of_team


@dataclass(frozen=True, slots=True)
class Counted:
    """One kind of unit through the years.

    Attributes:
        started: Units that start in each year.
        running: Units there are in each year, in years of each.
        again: Units that start in each year in the place of others; None where none do.
        standing: All units there are in each year where none start later; None where new ones start.
        at_once: Units there are at a time in each year; None where nobody is asked for by them.
    """

    started: Sequence[Quantity]
    running: Sequence[Quantity]
    again: Sequence[Quantity] | None = None
    standing: Sequence[Quantity] | None = None
    at_once: Sequence[Quantity] | None = None


@dataclass(slots=True)
class PlanUnits:
    """Counts a plan's units; each kind once."""

    givens: GivenNumbers
    plan: Plan
    starts: Sequence[int] = field(init=False)
    cohorts: Dimension = field(init=False)
    teams: Quantity = field(init=False)
    _known: dict[str, Counted] = field(default_factory=dict)
    _leaves: dict[str, Quantity] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.starts = sorted(self.plan.teams) or [1]
        self.cohorts = Dimension("team", [self.plan.years[start - 1] for start in self.starts])
        stated = [self.givens.stated(self.plan.teams[start], "teams") for start in sorted(self.plan.teams)]
        one = derived("one_team", 1.0, "teams", words="one team from the first year")
        if self.plan.institution_list:
            one = self.institutions().named("one_team", "teams")
        self.teams = stack(stated or [one], self.cohorts).named("teams", "teams")

    def of(self, driver: str, employee: str | None = None) -> Counted:
        """Give the units of a driver; of one type of employee, or of all."""
        name = driver if employee is None else f"{driver}.{employee}"
        if name not in self._known:
            self._known[name] = self._counted(driver, employee)
        return self._known[name]

    def followed(self, kind: Follows) -> Sequence[Quantity]:
        """Give the units that a line has in each year."""
        counted = self.of(kind.driver, kind.employee)
        if kind.timing == "yearly":
            return counted.running
        bought = counted.standing if kind.years and counted.standing is not None else counted.started
        return [self._paid(bought, kind, year) for year in self._years] if kind.life else bought

    def _paid(self, units: Sequence[Quantity], kind: Follows, year: int) -> Quantity:
        """Give the units bought in the years whose payments fall in a year."""
        bought = [
            units[before]
            for before in range(max(0, year - kind.life + 1), year + 1)
            if units[before].key != NONE and (not kind.years or before + 1 in kind.years)
        ]
        return total_of(bought).named(f"units_paid.{kind.name}.{self.plan.years[year]}", "units") if bought else _none()

    def _counted(self, driver: str, employee: str | None) -> Counted:
        if driver == "employee":
            return self._employees(employee)
        if driver == "intervention":
            return self._throughout(derived("one", 1.0, "units", words="the intervention itself"))
        if driver == "institution":
            return self._throughout(self.institutions())
        if driver == "session":
            sessions = self._stated(self.plan.intervention.sessions_per_course, "sessions")
            return self._with(self.of("course"), sessions, "sessions")
        return {"team": self._teams, "course": self._courses, "participant": self._participants}[driver]()

    @property
    def _years(self) -> range:
        return range(self.plan.intervention.horizon)

    def _throughout(self, units: Quantity) -> Counted:
        every = [units for _ in self._years]
        return Counted([units, *(_none() for _ in self._years[1:])], every, standing=every)

    def leaf(self, key: str, value: float, unit: str, *, words: str) -> Quantity:
        """Give a number the plan's shape gives, the same quantity whoever asks."""
        if key not in self._leaves:
            self._leaves[key] = derived(key, float(value), unit, words=words)
        return self._leaves[key]

    def column(self, key: str, values: Sequence[float], *, words: str, over: Dimension) -> Quantity:
        """Give a column of them, the same quantity whoever asks."""
        if key not in self._leaves:
            self._leaves[key] = derived(key, values, "", words=words, over=over)
        return self._leaves[key]

    def institutions(self) -> Quantity:
        """Give how many institutions there are: as many as are described, or as stated."""
        stated = self.plan.institutions
        if isinstance(stated, tuple):
            return self.leaf("institutions", len(stated), "institutions", words="institutions described")
        return self._stated(stated, "institutions")

    def employees_of(self, institution: Institution) -> Quantity:
        """Give all employees of an institution that types are stated for."""
        counts = [self.givens.stated(each, "persons") for each in institution.employees.values()]
        nobody = self.leaf("no_employees", 0, "persons", words="no employees stated")
        return (total_of(counts) if counts else nobody).named(f"employees_of.{institution.id}", "persons")

    def _stated(self, stated: Stated | None, unit: str) -> Quantity:
        if stated is None:
            raise AssertionError("validation asks for what a line follows")
        return self.givens.stated(stated, unit)

    def _teams(self) -> Counted:
        begun = [[float(start == year + 1) for start in self.starts] for year in self._years]
        running = [[float(start <= year + 1) for start in self.starts] for year in self._years]
        return Counted(self._of_teams("teams_started", begun), self._of_teams("teams_running", running))

    def _of_teams(
        self, key: str, each: Sequence[Sequence[float]], *, courses_per_year: Quantity | None = None
    ) -> list[Quantity]:
        """Give the units of all teams in every year, from what a team of each starting year brings about."""
        made = []
        for label, units in zip(self.plan.years, each, strict=True):
            if any(units):
                column = derived(f"{key}_each.{label}", units, "units", words="timetable", over=self.cohorts)
                if courses_per_year is not None:
                    at_a_time = courses_at_a_time(column, courses_per_year=courses_per_year)
                    column = at_a_time.named(f"{key}_of_team.{label}", "courses")
                made.append(units_of_teams(self.teams, units_each=column).named(f"{key}.{label}", "units"))
            else:
                made.append(_none())
        return made

    def _courses(self) -> Counted:
        per_year = self.plan.intervention.courses_per_year
        if per_year is None:
            return self._by_timetable("courses", every_year=False)
        stated = self.givens.stated(per_year, "courses")
        counted = self._with(self._by_timetable("course_years", every_year=True), stated, "courses")
        running = [[table.running[year] for table in self._tables(every_year=True)] for year in self._years]
        return replace(counted, at_once=self._of_teams("courses_at_once", running, courses_per_year=stated))

    @property
    def course_length(self) -> float:
        """Years a course takes; a year where the plan has no courses."""
        stated = self.plan.intervention.course_length
        return 1.0 if stated is None else stated.value

    def _tables(self, *, every_year: bool) -> list[Timetable]:
        horizon, length = self.plan.intervention.horizon, self.course_length
        return [courses_of_team(start, horizon=horizon, length=length, every_year=every_year) for start in self.starts]

    def _by_timetable(self, key: str, *, every_year: bool) -> Counted:
        tables = self._tables(every_year=every_year)
        running = [[table.running[year] for table in tables] for year in self._years]
        at_once = [[float(units > 0) for units in of_teams] for of_teams in running]
        return Counted(
            self._of_teams(f"{key}_started", [[table.begun[year] for table in tables] for year in self._years]),
            self._of_teams(f"{key}_running", running),
            at_once=self._of_teams(f"{key}_at_once", at_once) if not every_year else None,
        )

    def _with(self, counted: Counted, each: Quantity, name: str) -> Counted:
        """Give what comes with each of other units."""

        def column(units: Sequence[Quantity], kind: str) -> list[Quantity]:
            return [
                _none() if one.key == NONE else units_of_each(one, of_each=each).named(f"{name}_{kind}.{label}", name)
                for label, one in zip(self.plan.years, units, strict=True)
            ]

        at_once = None if counted.at_once is None else column(counted.at_once, "at_once")
        return Counted(column(counted.started, "started"), column(counted.running, "running"), at_once=at_once)

    def _participants(self) -> Counted:
        who = self.plan.participants
        if who.per_course is not None:
            return self._with(self.of("course"), self.givens.stated(who.per_course, "participants"), "participants")
        if who.per_team is not None:
            taking_in = self._by_timetable("team_years", every_year=True)
            counted = self._with(taking_in, self.givens.stated(who.per_team, "participants"), "participants")
            return replace(counted, at_once=counted.running)
        residents = [self.givens.stated(each, "participants") for each in self.plan.residents]
        everybody = total_of(residents).named("residents", "participants") if residents else None
        if everybody is None:
            everybody = self._stated(who.total, "participants")
        staying = self._staying(everybody)
        at_once = [_none() if one.key == NONE else everybody for one in staying]
        return replace(self._throughout(everybody), running=staying, standing=at_once, at_once=at_once)

    def _staying(self, everybody: Quantity) -> list[Quantity]:
        """Give those who start in the first year for as long as they stay."""
        shares = np.clip(self.plan.stay - np.arange(len(self._years)), 0, 1).tolist()
        return [
            _none()
            if not share
            else units_of_each(everybody, of_each=derived("share_of_year", share, "", words="timetable")).named(
                f"participants_running.{label}", "participants"
            )
            for label, share in zip(self.plan.years, shares, strict=True)
        ]

    def _employees(self, employee: str | None) -> Counted:
        if employee is not None:
            return self._of_type(next(each for each in self.plan.employees if each.id == employee))
        parts = [self.of("employee", each.id) for each in self.plan.employees]
        again = None if self.plan.turnover is None else [part.again or () for part in parts]
        return Counted(
            self._sums("employees_started", [part.started for part in parts]),
            self._sums("employees_running", [part.running for part in parts]),
            None if again is None else self._sums("employees_again", again),
        )

    def _sums(self, key: str, columns: Sequence[Sequence[Quantity]]) -> list[Quantity]:
        return [
            total_of(each).named(f"{key}.{label}", "persons")
            for label, each in zip(self.plan.years, zip(*columns, strict=True), strict=True)
        ]

    def _of_type(self, each: EmployeeType) -> Counted:
        running, name = self._at_work(each), f"employee.{each.id}"
        new = [running[0]]
        for label, before, now in zip(self.plan.years[1:], running, running[1:], strict=False):
            start = employees_starting(now, employees_before=before)
            new.append(start.named(f"{name}.new.{label}", "persons"))
        if self.plan.turnover is None:
            return Counted(new, running)
        turnover, again = self.givens.stated(self.plan.turnover, "share"), [_none()]
        for label, before, now in zip(self.plan.years[1:], running, running[1:], strict=False):
            left = employees_replaced(now, employees_before=before, turnover=turnover)
            again.append(left.named(f"{name}.replaced.{label}", "persons"))
        return Counted(self._sums(f"{name}.started", [new, again]), running, again)

    def _houses(self, each: EmployeeType) -> list[Institution]:
        return [house for house in self.plan.institution_list if each.id in house.employees]

    def _at_work(self, each: EmployeeType) -> list[Quantity]:
        if each.per_team is not None:
            per_team = self.givens.stated(each.per_team, "persons")
            made = [units_of_each(teams, of_each=per_team) for teams in self.of("team").running]
        elif each.caseload is not None:
            caseload = self.givens.stated(each.caseload, "participants")
            at_once = self.of("participant").at_once or ()
            made = [employees_for(one, caseload=caseload) for one in at_once]
        else:
            counts = [self.givens.stated(house.employees[each.id], "persons") for house in self._houses(each)]
            made = [total_of(counts) for _ in self._years]
        return [
            one.named(f"employee.{each.id}.{label}", "persons")
            for label, one in zip(self.plan.years, made, strict=True)
        ]


NONE = "none"
"""The key of what is nothing whatever the numbers are: no team has started yet."""


@functools.cache
def _none() -> Quantity:
    return derived(NONE, 0.0, "units", words="none in the year")
