"""The whole calculation put together: from the ledger and the givens to an estimate, all of it traced."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from types import MappingProxyType

from somcost.cost.behaved import BehavedCost
from somcost.cost.calendar_table import Calendar, Months, calendar_of, window_months_table
from somcost.cost.cost_columns import CostColumns, expense_columns, wage_columns
from somcost.cost.courses import mean_course_size, participants_of_courses
from somcost.cost.denominators import CitizenColumns, Denominators, citizen_columns, denominators, with_started
from somcost.cost.estimates import CourseEstimate, RegisteredEstimate, StaffEstimate
from somcost.cost.givens import Givens, derived
from somcost.cost.operating_cost import amount_of_hours, other_expenses, wage_cost
from somcost.cost.operations import stack, total, total_by
from somcost.cost.quantity import Quantity
from somcost.cost.rates import hourly_rates
from somcost.cost.staff_columns import StaffColumns, staff_columns
from somcost.cost.start_up_columns import start_up_costs
from somcost.ledger.lines import Ledger
from somcost.ledger.staff import staff_lines
from somcost.model.calendar import cut_to
from somcost.model.dimensions import MISSING, Dimension
from somcost.model.scenario import Courses, Variant


@dataclass(frozen=True, slots=True, eq=False)
class Costing:
    """Everything the results of one window are built from.

    Attributes:
        wages: The registrations' lines; None in an assessment from full-time staff alone.
        expenses: The expenses' lines; None when there are none.
        staff: The full-time staff's lines, where stated.
    """

    givens: Givens
    ledger: Ledger
    months: Months
    calendar: Calendar
    rates: Quantity
    denominators: Denominators
    wages: CostColumns | None
    expenses: CostColumns | None
    wage_cost: Quantity | None
    other_expenses: Quantity
    staff: StaffColumns | None
    citizens: CitizenColumns | None
    start_up: Mapping[str, Quantity]

    @property
    def registered(self) -> RegisteredEstimate:
        """The estimate from registrations."""
        if self.wage_cost is None or self.wages is None:
            raise AssertionError("an estimate from registrations needs some")
        return RegisteredEstimate(
            wages=_behaved(self.wage_cost, self.wages),
            expenses=self._expenses(),
            observed_months=self.calendar.observed_months,
            denominators=self.denominators,
            capacity=self._capacity(),
        )

    @property
    def full_time(self) -> StaffEstimate | None:
        """The estimate from full-time staff, where it is stated."""
        if self.staff is None:
            return None
        return StaffEstimate(
            wages=BehavedCost(self.staff.wage_cost, self.staff.variable_cost, self.staff.stepped_cost),
            expenses=self._expenses(),
            staffed_months=self.staff.staffed_months,
            observed_months=self.calendar.observed_months,
            denominators=self.denominators,
            capacity=self._capacity(),
        )

    @property
    def alternative(self) -> Quantity | None:
        """What the alternative costs a year, where the scenario states one."""
        stated = self.givens.inputs.scenario.alternative
        if stated is None:
            return None
        return self.givens.at_level(self.givens.stated(stated.cost_per_year, "kr/year"), "other_expenses", None)

    def _expenses(self) -> BehavedCost:
        if self.expenses is not None:
            return _behaved(self.other_expenses, self.expenses)
        steps = self.ledger.steps
        none = derived("stepped_cost", [0.0] * len(steps), "kr", words="no expenses stated", over=steps)
        return BehavedCost(self.other_expenses, self.other_expenses, none if len(steps) else None)

    def _capacity(self) -> Quantity | None:
        """Give the participants a year that a unit of each stepwise rule serves."""
        if not len(self.ledger.steps):
            return None
        rules = [rule.capacity for rule in self.givens.inputs.scenario.cost_behaviour if rule.capacity]
        capacities = [self.givens.stated(capacity, "participants") for capacity in rules]
        return stack(capacities, self.ledger.steps).named("capacity", "participants")

    def of_courses(self, courses: Courses) -> CourseEstimate:
        """Give the estimate from group courses."""
        if self.wages is None:
            raise AssertionError("an estimate from group courses needs registrations")
        dimension = self.wages.lines.categories["course"].groups
        sizes = _sizes(self.givens, courses, dimension)
        return CourseEstimate(
            wages=_by_course(self.wages, "wages_by_course"),
            expenses=self._expenses_by_course(dimension),
            participants=sizes,
            mean_size=mean_course_size(sizes),
            courses_per_year=self.givens.stated(courses.per_year, "per year"),
            headline=courses.headline,
            denominators=self.denominators,
            capacity=self.givens.stated(courses.capacity, "participants") if courses.capacity else None,
        )

    def _expenses_by_course(self, courses: Dimension) -> BehavedCost:
        if self.expenses is not None:
            return _by_course(self.expenses, "expenses_by_course")
        none = derived("expenses_by_course", [0.0] * len(courses), "kr", words="no expenses stated", over=courses)
        return BehavedCost(none, none)

    def on(self, ledger: Ledger, *, as_read: bool = False) -> "Costing":
        """Give the same calculation on these lines added up; all that does not rest on the lines stays what it is.

        Args:
            ledger: The lines.
            as_read: Whether the trace ends in them, as if they had been read, and not in the lines they are sums of.
        """
        wages = expenses = None
        wages_before, expenses_before = (None, None) if as_read else (self.wages, self.expenses)
        if ledger.registrations is not None:
            lines = ledger.registrations
            wages = wage_columns(lines, months=self.months, rates=self.rates, summed_from=wages_before)
        if ledger.expenses is not None:
            expenses = expense_columns(
                ledger.expenses, months=self.months, givens=self.givens, summed_from=expenses_before
            )
        return replace(
            self,
            ledger=ledger,
            wages=wages,
            expenses=expenses,
            wage_cost=None if wages is None else _wage_cost(wages, self.rates),
            other_expenses=self.other_expenses if expenses is None else _other_expenses(expenses),
        )

    def within(self, variant: Variant) -> "Costing":
        """Cut the calculation to a sub-period; participants a year and months each stay those of the whole window."""
        calendar = calendar_of(self.givens, self.months, variant=variant)
        courses = self._courses_in(variant)
        wages = None if self.wages is None else self.wages.within(variant, courses)
        expenses = None if self.expenses is None else self.expenses.within(variant, courses)
        observed = denominators(self.givens, calendar, self.citizens)
        return replace(
            self,
            calendar=calendar,
            denominators=replace(
                self.denominators,
                participant_months=observed.participant_months,
                person_years=observed.person_years,
            ),
            wages=wages,
            expenses=expenses,
            wage_cost=None if wages is None else wage_cost(wages.amount),
            other_expenses=_other_expenses(expenses),
            staff=_staff(self.givens, self.ledger, self.months, self.rates, variant),
        )

    def _courses_in(self, variant: Variant) -> Dimension:
        """Give the courses with a line in a sub-period; what is not known of the others is no 0."""
        tables = [columns.lines for columns in (self.wages, self.expenses) if columns is not None]
        whole = tables[0].categories["course"].groups if tables else Dimension("course", ())
        seen = {code for lines in tables for code in lines.categories["course"].codes[lines.periods[variant.id] > 0]}
        if len(seen - {MISSING}) == len(whole):
            return whole
        return Dimension("course", [member for code, member in enumerate(whole.members) if code in seen])


def _behaved(whole: Quantity, columns: CostColumns) -> BehavedCost:
    return BehavedCost(whole, total(columns.variable), columns.stepped())


def _sizes(givens: Givens, courses: Courses, over: Dimension) -> Quantity:
    """Give the participants of the courses."""
    stated = {course.id: givens.stated(course.participants, "participants") for course in courses.list}
    return stack([stated[course] for course in over.members], over).named("participants", "participants")


def _with_courses(givens: Givens, known: Denominators, wages: CostColumns | None) -> Denominators:
    """Give the participants a year of the courses where none are stated or listed."""
    courses = givens.inputs.scenario.courses
    if courses is None or wages is None or known.participants_per_year is not None:
        return known
    size = mean_course_size(_sizes(givens, courses, wages.lines.categories["course"].groups))
    per_year = givens.stated(courses.per_year, "per year")
    return with_started(known, participants_of_courses(size, courses_per_year=per_year))


def _by_course(columns: CostColumns, key: str) -> BehavedCost:
    return BehavedCost(columns.by("course").named(key, "kr"), columns.variable_by("course"))


def costing_of(givens: Givens, ledger: Ledger) -> Costing:
    """Put the calculation of the scenario's whole window together."""
    months = window_months_table(givens, ledger.months)
    calendar = calendar_of(givens, months)
    rates = hourly_rates(givens, ledger.job_groups)
    citizens = citizen_columns(givens, calendar)
    wages = None if ledger.registrations is None else wage_columns(ledger.registrations, months=months, rates=rates)
    expenses = None if ledger.expenses is None else expense_columns(ledger.expenses, months=months, givens=givens)
    return Costing(
        givens=givens,
        ledger=ledger,
        months=months,
        calendar=calendar,
        rates=rates,
        denominators=_with_courses(givens, denominators(givens, calendar, citizens), wages),
        wages=wages,
        expenses=expenses,
        wage_cost=None if wages is None else _wage_cost(wages, rates),
        other_expenses=_other_expenses(expenses),
        staff=_staff(givens, ledger, months, rates),
        citizens=citizens,
        start_up=MappingProxyType(start_up_costs(givens, rates=rates)),
    )


def _wage_cost(wages: CostColumns, rates: Quantity) -> Quantity:
    hours = total_by(wages.costed, wages.lines.categories["job_group"]).named("hours_by_job_group", "hours")
    return wage_cost(amount_of_hours(hours, rate=rates).named("wage_cost_by_job_group", "kr"))


def _other_expenses(expenses: CostColumns | None) -> Quantity:
    if expenses is None:
        return derived("other_expenses", 0.0, "kr", words="no expenses stated")
    return other_expenses(expenses.amount)


def _staff(
    givens: Givens, ledger: Ledger, months: Months, rates: Quantity, variant: Variant | None = None
) -> StaffColumns | None:
    staff, scenario = givens.inputs.staff, givens.inputs.scenario
    if staff is None:
        return None
    whole = cut_to(scenario.window)
    lines = staff_lines(
        staff,
        job_groups=ledger.job_groups,
        months=whole,
        within=whole if variant is None else cut_to(scenario.window, start=variant.start, end=variant.end),
        rules=scenario.cost_behaviour,
        steps=ledger.steps,
    )
    return staff_columns(givens, lines, months=months, rates=rates)
