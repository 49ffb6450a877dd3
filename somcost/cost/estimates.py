"""Estimates of what an intervention costs: from registrations, from group courses, from full-time staff.

An estimate holds its cost parts and gives every cost they lead to; every sensitivity asks the same estimate again
with levers put in.
"""

from dataclasses import dataclass

from somcost.cost.behaved import BehavedCost, Behaviour
from somcost.cost.behaviour import fixed_part, units_needed, unused_capacity
from somcost.cost.courses import (
    annual_cost_of_courses,
    cost_of_course,
    cost_of_course_at_size,
    cost_per_course,
    cost_per_participant_at_size,
    cost_per_participant_mean_of_ratios,
    cost_per_participant_of_course,
    cost_per_participant_ratio_of_means,
    participants_of_courses,
    participants_of_each,
)
from somcost.cost.denominators import Denominators
from somcost.cost.full_time import annual_cost_from_staff
from somcost.cost.operating_cost import annual_operating_cost, collected_cost
from somcost.cost.operations import element, total
from somcost.cost.quantity import Quantity
from somcost.cost.unit_costs import (
    completed_per_year,
    cost_per_completed,
    cost_per_discharged,
    cost_per_enrolled,
    cost_per_month_in_intervention,
    cost_per_participant,
    cost_per_participant_month,
    cost_per_person_year,
)
from somcost.model.scenario import Headline

Costs = dict[str, Quantity]


@dataclass(frozen=True, slots=True, eq=False)
class Levers:
    """What an estimate may be asked with.

    Attributes:
        wages: All wages changed by a share.
        participants: Another number of participants a year; the cost follows by its behaviour.
        course_size: Participants of every course.
    """

    wages: Quantity | None = None
    participants: Quantity | None = None
    course_size: Quantity | None = None


AS_CALCULATED = Levers()


def unit_costs(annual: Quantity, collected: Quantity | None, per: Denominators) -> Costs:
    """Divide the annual cost, or the collected cost, by every denominator there is."""
    costs: Costs = {}
    if per.participants_per_year:
        costs["cost_per_participant"] = cost_per_participant(annual, participants_per_year=per.participants_per_year)
    costs |= monthly_cost(costs.get("cost_per_participant"), per)
    if collected and per.participant_months:
        costs["cost_per_month_in_intervention"] = cost_per_month_in_intervention(
            collected, participant_months=per.participant_months
        )
    if per.enrolled_per_year:
        costs["cost_per_enrolled"] = cost_per_enrolled(annual, enrolled_per_year=per.enrolled_per_year)
    if per.discharged_per_year:
        costs["cost_per_discharged"] = cost_per_discharged(annual, discharged_per_year=per.discharged_per_year)
    if per.completed_per_year:
        costs["cost_per_completed"] = cost_per_completed(annual, completed_per_year=per.completed_per_year)
    if collected and per.person_years:
        costs["cost_per_person_year"] = cost_per_person_year(collected, person_years=per.person_years)
    return costs


def monthly_cost(cost: Quantity | None, per: Denominators) -> Costs:
    """Spread the cost per participant over the months each, where both are known."""
    if cost is None or per.months_each is None:
        return {}
    return {"cost_per_participant_month": cost_per_participant_month(cost, months_each=per.months_each)}


def unit_costs_at(annual: Quantity, participants: Quantity, per: Denominators) -> Costs:
    """Give the unit costs that another number of participants a year leads to; of the others nothing is known."""
    each = cost_per_participant(annual, participants_per_year=participants)
    costs = {"annual_operating_cost": annual, "cost_per_participant": each, **monthly_cost(each, per)}
    if per.completion_rate:
        completed = completed_per_year(participants, completion_rate=per.completion_rate)
        costs["cost_per_completed"] = cost_per_completed(annual, completed_per_year=completed)
    return costs


@dataclass(frozen=True, slots=True, eq=False)
class RegisteredEstimate:
    """From registered hours and expenses in a window of observed months."""

    wages: BehavedCost
    expenses: BehavedCost
    observed_months: Quantity
    denominators: Denominators
    capacity: Quantity | None = None

    def costs(self, levers: Levers = AS_CALCULATED) -> Costs:
        """Give the annual cost and the unit costs, by the keys of the JSON."""
        wages = self.wages.changed(levers.wages)
        if levers.participants is not None:
            behaviour = behaviour_of(self, wages)
            annual = behaviour.annual_cost_at(levers.participants, self.yearly)
            return unit_costs_at(annual, levers.participants, self.denominators)
        annual = self.yearly(wages.whole, self.expenses.whole)
        collected = collected_cost(wages.whole, self.expenses.whole)
        return {"annual_operating_cost": annual, **unit_costs(annual, collected, self.denominators)}

    def yearly(self, wages: Quantity, expenses: Quantity) -> Quantity:
        """Bring wages and other expenses to a year."""
        return annual_operating_cost(wages, expenses, observed_months=self.observed_months)


@dataclass(frozen=True, slots=True, eq=False)
class StaffEstimate:
    """From full-time staff, with the other expenses of the observed months."""

    wages: BehavedCost
    expenses: BehavedCost
    staffed_months: Quantity
    observed_months: Quantity
    denominators: Denominators
    capacity: Quantity | None = None

    def costs(self, levers: Levers = AS_CALCULATED) -> Costs:
        """Give the annual cost and the unit costs, by the keys of the JSON."""
        wages = self.wages.changed(levers.wages)
        if levers.participants is not None:
            annual = behaviour_of(self, wages).annual_cost_at(levers.participants, self.yearly)
            return unit_costs_at(annual, levers.participants, self.denominators)
        annual = self.yearly(wages.whole, self.expenses.whole)
        return {"annual_operating_cost": annual, **unit_costs(annual, None, self.denominators)}

    def yearly(self, wages: Quantity, expenses: Quantity) -> Quantity:
        """Bring wages and other expenses to a year."""
        return annual_cost_from_staff(
            wages, expenses, staffed_months=self.staffed_months, observed_months=self.observed_months
        )


def unused_by_step(estimate: RegisteredEstimate | StaffEstimate, levers: Levers = AS_CALCULATED) -> dict[str, Quantity]:
    """Give the places that stand empty in each kind of unit, by its label."""
    participants = levers.participants or estimate.denominators.participants_per_year
    if estimate.capacity is None or estimate.capacity.dimension is None or participants is None:
        return {}
    units = units_needed(participants, capacity=estimate.capacity)
    unused = unused_capacity(participants, units=units, capacity=estimate.capacity)
    return {label: element(unused, number) for number, label in enumerate(estimate.capacity.dimension.members)}


def behaviour_of(estimate: RegisteredEstimate | StaffEstimate, wages: BehavedCost) -> Behaviour:
    """Give how an estimate's cost follows the number of participants."""
    base = estimate.denominators.participants_per_year
    if base is None:
        raise AssertionError("validation asks for participants a year before they are varied")
    return Behaviour(wages, estimate.expenses, base, estimate.capacity)


@dataclass(frozen=True, slots=True, eq=False)
class CourseEstimate:
    """From group courses: the mean of the courses observed, as many times as they run in a year.

    Wages and expenses run over the courses.
    """

    wages: BehavedCost
    expenses: BehavedCost
    participants: Quantity
    mean_size: Quantity
    courses_per_year: Quantity
    headline: Headline
    denominators: Denominators
    capacity: Quantity | None = None

    def cost_by_course(self, change: Quantity | None = None) -> Quantity:
        """Give the cost of each course."""
        return cost_of_course(self.wages.changed(change).whole, self.expenses.whole)

    def costs(self, levers: Levers = AS_CALCULATED) -> Costs:
        """Give the annual cost and the unit costs, by the keys of the JSON."""
        if levers.participants is not None:
            return self._at_participants(levers)
        if levers.course_size is not None:
            return self._at_size(levers.wages, levers.course_size)
        by_course = self.cost_by_course(levers.wages)
        course = cost_per_course(by_course)
        annual = annual_cost_of_courses(course, courses_per_year=self.courses_per_year)
        each = self.cost_each(by_course)
        estimators = {
            "cost_per_participant_mean_of_ratios": cost_per_participant_mean_of_ratios(each),
            "cost_per_participant_ratio_of_means": cost_per_participant_ratio_of_means(
                course, mean_course_size=self.mean_size
            ),
        }
        headline = estimators[f"cost_per_participant_{self.headline}"]
        wages = self.wages.changed(levers.wages).whole
        collected = collected_cost(total(wages), total(self.expenses.whole))
        return {
            **unit_costs(annual, collected, self.denominators),
            "annual_operating_cost": annual,
            "cost_per_course": course,
            "cost_per_participant": headline,
            **monthly_cost(headline, self.denominators),
            **estimators,
        }

    def cost_each(self, by_course: Quantity) -> Quantity:
        """Give the cost per participant of each course."""
        return cost_per_participant_of_course(by_course, participants=self.participants)

    def unused(self, levers: Levers = AS_CALCULATED) -> Quantity | None:
        """Give the seats of a year's courses that stand empty, where their number is known."""
        participants, courses = self.participants_at(levers), self.courses_per_year
        if self.capacity is None or participants is None:
            return None
        if levers.participants is not None:
            courses = units_needed(participants, capacity=levers.course_size or self.capacity)
        return unused_capacity(participants, units=courses, capacity=self.capacity)

    def participants_at(self, levers: Levers) -> Quantity | None:
        """Give the participants a year: as many as are asked for, or as a year's courses of one size hold."""
        if levers.participants is None and levers.course_size is not None:
            return participants_of_courses(levers.course_size, courses_per_year=self.courses_per_year)
        return levers.participants or self.denominators.participants_per_year

    def _course_at(self, change: Quantity | None, size: Quantity) -> Quantity:
        wages = self.wages.changed(change)
        variable = (wages.variable + self.expenses.variable).named("variable_by_course", "kr")
        whole = cost_of_course(wages.whole, self.expenses.whole)
        fixed = fixed_part(whole, variable_part=variable)
        return cost_per_course(cost_of_course_at_size(fixed, variable, size=size, participants=self.participants))

    def _at_size(self, change: Quantity | None, size: Quantity) -> Costs:
        course = self._course_at(change, size)
        each = cost_per_participant_at_size(course, size=size)
        return {
            "annual_operating_cost": annual_cost_of_courses(course, courses_per_year=self.courses_per_year),
            "cost_per_course": course,
            "cost_per_participant": each,
            **monthly_cost(each, self.denominators),
        }

    def _at_participants(self, levers: Levers) -> Costs:
        """Give the costs of as many courses as the participants fill, all of one size."""
        participants = levers.participants
        capacity = self.capacity if levers.course_size is None else levers.course_size
        if participants is None or capacity is None:
            raise AssertionError("participants of courses are varied where the seats of a course are known")
        courses = units_needed(participants, capacity=capacity)
        course = self._course_at(levers.wages, participants_of_each(participants, courses=courses))
        annual = annual_cost_of_courses(course, courses_per_year=courses)
        return {**unit_costs_at(annual, participants, self.denominators), "cost_per_course": course}
