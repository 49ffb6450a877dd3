"""Estimates of what an intervention costs: from registrations, from group courses, from full-time staff.

An estimate holds its cost parts and gives every cost they lead to; the report's sensitivities ask the same estimate
again with a change put in.
"""

from dataclasses import dataclass
from typing import Protocol

from somcost.cost.behaviour import cost_at_participants, fixed_part
from somcost.cost.courses import (
    annual_cost_of_courses,
    cost_of_course,
    cost_of_course_at_size,
    cost_per_course,
    cost_per_participant_at_size,
    cost_per_participant_mean_of_ratios,
    cost_per_participant_of_course,
    cost_per_participant_ratio_of_means,
)
from somcost.cost.denominators import Denominators
from somcost.cost.full_time import annual_cost_from_staff
from somcost.cost.operating_cost import annual_operating_cost, changed_wage_cost, collected_cost
from somcost.cost.quantity import Quantity
from somcost.cost.unit_costs import (
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


class Estimate(Protocol):
    """Gives an intervention's annual cost and every unit cost that is defined, wages changed by a share if asked."""

    @property
    def denominators(self) -> Denominators:
        """What the annual cost is divided by."""

    def costs(self, change: Quantity | None = None) -> Costs:
        """Give the annual cost and the unit costs, by the keys of the JSON."""


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


def changed(wages: Quantity, change: Quantity | None) -> Quantity:
    """Change the wage cost by a share, if there is a change."""
    return wages if change is None else changed_wage_cost(wages, change=change)


@dataclass(frozen=True, slots=True, eq=False)
class RegisteredEstimate:
    """From registered hours and expenses in a window of observed months."""

    wage_cost: Quantity
    other_expenses: Quantity
    variable_cost: Quantity
    observed_months: Quantity
    denominators: Denominators

    def costs(self, change: Quantity | None = None) -> Costs:
        """Give the annual cost and the unit costs, by the keys of the JSON."""
        wages = changed(self.wage_cost, change)
        annual = annual_operating_cost(wages, self.other_expenses, observed_months=self.observed_months)
        collected = collected_cost(wages, self.other_expenses)
        return {"annual_operating_cost": annual, **unit_costs(annual, collected, self.denominators)}

    def at_participants(self, participants: Quantity) -> Costs:
        """Give the costs with another number of participants a year."""
        base = self.denominators.participants_per_year
        if base is None:
            raise AssertionError("validation asks for participants a year before they are varied")
        collected = collected_cost(self.wage_cost, self.other_expenses)
        annual = cost_at_participants(
            12 * self.variable_cost / self.observed_months,
            12 * fixed_part(collected, variable_part=self.variable_cost) / self.observed_months,
            participants=participants,
            base_participants=base,
        )
        return _costs_of(annual, participants, self.denominators)


def _costs_of(annual: Quantity, participants: Quantity, per: Denominators) -> Costs:
    each = cost_per_participant(annual, participants_per_year=participants)
    return {"annual_operating_cost": annual, "cost_per_participant": each, **monthly_cost(each, per)}


@dataclass(frozen=True, slots=True, eq=False)
class StaffEstimate:
    """From full-time staff, with the other expenses of the observed months."""

    wage_cost: Quantity
    other_expenses: Quantity
    variable_wages: Quantity
    variable_expenses: Quantity
    staffed_months: Quantity
    observed_months: Quantity
    denominators: Denominators

    def costs(self, change: Quantity | None = None) -> Costs:
        """Give the annual cost and the unit costs, by the keys of the JSON."""
        annual = annual_cost_from_staff(
            changed(self.wage_cost, change),
            self.other_expenses,
            staffed_months=self.staffed_months,
            observed_months=self.observed_months,
        )
        return {"annual_operating_cost": annual, **unit_costs(annual, None, self.denominators)}

    def at_participants(self, participants: Quantity) -> Costs:
        """Give the costs with another number of participants a year."""
        base = self.denominators.participants_per_year
        if base is None:
            raise AssertionError("validation asks for participants a year before they are varied")
        months = {"staffed_months": self.staffed_months, "observed_months": self.observed_months}
        variable = annual_cost_from_staff(self.variable_wages, self.variable_expenses, **months)
        fixed = annual_cost_from_staff(
            fixed_part(self.wage_cost, variable_part=self.variable_wages),
            fixed_part(self.other_expenses, variable_part=self.variable_expenses),
            **months,
        )
        annual = cost_at_participants(variable, fixed, participants=participants, base_participants=base)
        return _costs_of(annual, participants, self.denominators)


@dataclass(frozen=True, slots=True, eq=False)
class CourseEstimate:
    """From group courses: the mean of the courses observed, as many times as they run in a year."""

    wages: Quantity
    expenses: Quantity
    variable: Quantity
    participants: Quantity
    mean_size: Quantity
    courses_per_year: Quantity
    headline: Headline
    denominators: Denominators

    def cost_by_course(self, change: Quantity | None = None) -> Quantity:
        """Give the cost of each course."""
        return cost_of_course(changed(self.wages, change), self.expenses)

    def costs(self, change: Quantity | None = None) -> Costs:
        """Give the annual cost and the unit costs, by the keys of the JSON."""
        by_course = self.cost_by_course(change)
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
        return {
            **unit_costs(annual, None, self.denominators),
            "annual_operating_cost": annual,
            "cost_per_course": course,
            "cost_per_participant": headline,
            **monthly_cost(headline, self.denominators),
            **estimators,
        }

    def cost_each(self, by_course: Quantity) -> Quantity:
        """Give the cost per participant of each course."""
        return cost_per_participant_of_course(by_course, participants=self.participants)

    def at_size(self, size: Quantity) -> Costs:
        """Give the costs had every course had another size."""
        by_course = cost_of_course_at_size(
            fixed_part(self.cost_by_course(), variable_part=self.variable),
            self.variable,
            size=size,
            participants=self.participants,
        )
        course = cost_per_course(by_course)
        each = cost_per_participant_at_size(course, size=size)
        return {
            "annual_operating_cost": annual_cost_of_courses(course, courses_per_year=self.courses_per_year),
            "cost_per_course": course,
            "cost_per_participant": each,
            **monthly_cost(each, self.denominators),
        }
