"""How many of everything a plan has in a year in steady operation."""

from dataclasses import dataclass

from somcost.cost.operations import total, total_of
from somcost.cost.plan_follows import ANEW, Follows
from somcost.cost.plan_units import PlanUnits
from somcost.cost.planned_units import courses_at_a_time, employees_for, employees_replaced, units_of_each
from somcost.cost.quantity import Quantity
from somcost.model.plan import EmployeeType, Plan


@dataclass(frozen=True, slots=True)
class SteadyUnits:
    """Units of a year with all teams at work, in which courses follow each other as if the horizon had no end."""

    units: PlanUnits

    def of(self, kind: Follows) -> Quantity:
        """Give the units of what a line follows."""
        if kind.timing == "yearly":
            return self._running(kind.driver, kind.employee)
        if kind.timing == "once":
            return self._started(kind.driver, kind.employee)
        return self._paid(kind)

    def _paid(self, kind: Follows) -> Quantity:
        """Give what is being paid: for all there are, and for those in the place of others; or for all of its life."""
        if kind.driver not in (*ANEW, "employee"):
            return self._running(kind.driver, kind.employee)
        life = self.units.leaf(f"years_paid.{kind.life}", kind.life, "years", words="lifetime")
        begun = units_of_each(self._started(kind.driver, kind.employee), of_each=life)
        if kind.driver != "employee" or self._plan.turnover is None:
            return begun if kind.driver != "employee" else self._running(kind.driver, kind.employee)
        key = f"steady_employees_paid.{kind.name}"
        return total_of([self._running(kind.driver, kind.employee), begun]).named(key, "persons")

    @property
    def _plan(self) -> Plan:
        return self.units.plan

    def _teams(self) -> Quantity:
        return total(self.units.teams).named("teams_started", "teams")

    def _started(self, driver: str, employee: str | None) -> Quantity:
        """Give what begins in the year."""
        if driver == "employee":
            return self._sum(employee, again=True)
        if driver not in ANEW:
            return self.units.leaf("no_units", 0, "units", words="nothing begins in a steady year")
        return self._anew(driver, self._courses(), "started")

    def _running(self, driver: str, employee: str | None) -> Quantity:
        """Give what there is throughout the year."""
        if driver == "employee":
            return self._sum(employee, again=False)
        if driver == "team":
            return self._teams()
        if driver not in ANEW:
            return self.units.of(driver).running[0]
        return self._anew(driver, self._courses_running(), "running")

    def _anew(self, driver: str, courses: Quantity, kind: str) -> Quantity:
        """Give courses, their sessions, or those who take part."""
        givens, plan = self.units.givens, self._plan
        if driver == "course":
            return courses
        if driver == "session" and plan.intervention.sessions_per_course is not None:
            sessions = givens.stated(plan.intervention.sessions_per_course, "sessions")
            return units_of_each(courses, of_each=sessions).named(f"steady_sessions_{kind}", "sessions")
        if plan.residents:
            nobody = self.units.leaf("no_units", 0, "units", words="nothing begins in a steady year")
            return self.units.of("participant").running[0] if kind == "running" else nobody
        if plan.participants.per_course is not None:
            each = givens.stated(plan.participants.per_course, "participants")
            return units_of_each(courses, of_each=each).named(f"steady_participants_{kind}", "participants")
        if plan.participants.per_team is None:
            raise AssertionError("validation asks for what a line follows")
        taken_in = units_of_each(self._teams(), of_each=givens.stated(plan.participants.per_team, "participants"))
        taken_in = taken_in.named("steady_participants_started", "participants")
        if kind == "started":
            return taken_in
        return units_of_each(taken_in, of_each=self._length()).named("steady_participants_running", "participants")

    def _length(self) -> Quantity:
        return self.units.leaf("years_of_course", self.units.course_length, "years", words="timetable")

    def _courses(self) -> Quantity:
        stated = self._plan.intervention.courses_per_year
        if stated is not None:
            each = self.units.givens.stated(stated, "courses")
        else:
            each = self.units.leaf("courses_a_year", 1 / self.units.course_length, "courses", words="timetable")
        return units_of_each(self._teams(), of_each=each).named("steady_courses_started", "courses")

    def _courses_running(self) -> Quantity:
        if self._plan.intervention.courses_per_year is None:
            return self._teams().named("steady_courses_running", "courses")
        return units_of_each(self._courses(), of_each=self._length()).named("steady_courses_running", "courses")

    def _at_once(self) -> Quantity:
        """Give those who take part at a time."""
        plan, givens = self._plan, self.units.givens
        if plan.participants.per_course is None:
            return self._running("participant", None)
        courses, stated = self._teams(), plan.intervention.courses_per_year
        if stated is not None:
            at_a_time = courses_at_a_time(self._length(), courses_per_year=givens.stated(stated, "courses"))
            courses = units_of_each(courses, of_each=at_a_time)
        each = givens.stated(plan.participants.per_course, "participants")
        return units_of_each(courses.named("steady_courses_at_once", "courses"), of_each=each)

    def _sum(self, employee: str | None, *, again: bool) -> Quantity:
        """Give the employees of one type or of all, or those who come in the place of others."""
        types = [each for each in self._plan.employees if employee in (None, each.id)]
        parts = [self._replaced(each) if again else self._employees(each) for each in types]
        name = "steady_employees_replaced" if again else "steady_employees"
        return total_of(parts).named(f"{name}.{employee}" if employee else name, "persons")

    def _employees(self, each: EmployeeType) -> Quantity:
        givens = self.units.givens
        if each.per_team is not None:
            made = units_of_each(self._teams(), of_each=givens.stated(each.per_team, "persons"))
        elif each.caseload is not None:
            made = employees_for(self._at_once(), caseload=givens.stated(each.caseload, "participants"))
        else:
            made = self.units.of("employee", each.id).running[-1]
        return made.named(f"steady_employees.{each.id}", "persons")

    def _replaced(self, each: EmployeeType) -> Quantity:
        if self._plan.turnover is None:
            return self.units.leaf("no_units", 0, "units", words="nothing begins in a steady year")
        turnover, employees = self.units.givens.stated(self._plan.turnover, "share"), self._employees(each)
        return employees_replaced(employees, employees_before=employees, turnover=turnover)
