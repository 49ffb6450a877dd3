"""One trace that two assessments are points of: the engine's own formulas over the factors of both."""

from collections.abc import Mapping

import numpy as np
from numpy.typing import NDArray

from somcost.analyse.compare.factors import HOURS, Factor, JointCourses, factors_of, joint_groups
from somcost.analyse.compare.point import Point
from somcost.analyse.vary.one_way import number
from somcost.cost.behaved import BehavedCost
from somcost.cost.courses import mean_course_size
from somcost.cost.denominators import Denominators
from somcost.cost.estimates import CourseEstimate, RegisteredEstimate, StaffEstimate
from somcost.cost.evaluate import Array, Evaluation, PutIn
from somcost.cost.full_time import hours_of_staff
from somcost.cost.operating_cost import amount_of_hours, collected_cost, wage_cost
from somcost.cost.operations import element, stack
from somcost.cost.quantity import Derived, Quantity
from somcost.cost.trace import steps
from somcost.cost.wages import hourly_rate
from somcost.model.dimensions import Dimension

CELLS = 2**18
"""Values of a factor at a time: coalitions by courses or job groups."""


class Combined:
    """A result of two assessments as one trace over their factors.

    Attributes:
        factors: What the result follows from, in the order they are told.
    """

    def __init__(self, first: Point, second: Point, result: str) -> None:
        courses = JointCourses(first, second)
        factors = {factor.name: factor for factor in factors_of(first, second, courses)}
        leaves = _Leaves(factors, Dimension("job_group", joint_groups(first, second)), courses.dimension)
        root = leaves.results(first)[result]
        used = {id(quantity) for quantity in steps([root])}
        self._leaves = {name: leaf for name, leaf in leaves.made.items() if id(leaf) in used}
        self._evaluation = Evaluation([root], put_in=self._leaves.values())
        self.factors = tuple(factors[name] for name in factors if name in self._leaves)

    def at(self, changed: Mapping[str, NDArray[np.bool_]], coalitions: int) -> Array:
        """Evaluate the result of coalitions, in blocks so that memory is bounded.

        Args:
            changed: By factor, in which coalitions it has changed; one that is not named has not.
            coalitions: How many there are.
        """
        widest = max(factor.first.size for factor in self.factors)
        block = max(1, CELLS // widest)
        parts = (slice(start, start + block) for start in range(0, coalitions, block))
        found = [self._block({name: column[part] for name, column in changed.items()}) for part in parts]
        return np.concatenate(found)

    def _block(self, changed: Mapping[str, NDArray[np.bool_]]) -> Array:
        shape = next(iter(changed.values())).shape
        moved = {factor.name: factor for factor in self.factors if factor.name in changed}
        put_in = {self._leaves[name]: _value(factor.at(changed[name])) for name, factor in moved.items()}
        (found,) = self._evaluation.at(put_in)
        return np.broadcast_to(found, shape)

    def end(self, *, changed: bool) -> float | None:
        """Give the result at the first's point, or at the second's where all has changed."""
        found = self.at({factor.name: np.array([changed]) for factor in self.factors}, 1)
        return number(found[0])


def _value(value: Array) -> PutIn:
    return lambda own: value  # noqa: ARG005 - a factor's value stands whatever was there


class _Leaves:
    """The factors as quantities, and the results that the engine's formulas make of them."""

    def __init__(self, factors: Mapping[str, Factor], groups: Dimension, courses: Dimension) -> None:
        self._groups, self._courses = groups, courses
        self.made = {name: self._leaf(factor) for name, factor in factors.items()}

    def _leaf(self, factor: Factor) -> Quantity:
        dimension = self._groups if factor.name == "wages" else self._courses if factor.first.ndim else None
        value = factor.first if factor.first.ndim else float(factor.first)
        return Quantity(value, factor.unit, factor.name, dimension, provenance=Derived("comparison"))

    def results(self, like: Point) -> dict[str, Quantity]:
        """Give every result of an estimate of the kind of this point's."""
        made = self.made
        rates = hourly_rate(made["wages"], overhead=made["overhead"], annual_hours_norm=made["annual_hours_norm"])
        per = Denominators(**{name: made[name] for name in Denominators.__dataclass_fields__ if name in made})
        if isinstance(like.estimate, CourseEstimate):
            return self._of_courses(like.estimate, rates, per)
        expenses = made["other_expenses"]
        hours = stack([made[HOURS + group] for group in self._groups.members], self._groups)
        if isinstance(like.estimate, StaffEstimate):
            hours = hours_of_staff(hours, month_share=Quantity(1.0), annual_hours_norm=made["annual_hours_norm"])
        wages = wage_cost(amount_of_hours(hours, rate=rates))
        found = {"wage_cost": wages, "other_expenses": expenses, "observed_months": made["observed_months"]}
        if isinstance(like.estimate, StaffEstimate):
            months = (made["staffed_months"], made["observed_months"])
            return found | StaffEstimate(_plain(wages), _plain(expenses), *months, denominators=per).costs()
        estimate = RegisteredEstimate(_plain(wages), _plain(expenses), made["observed_months"], per)
        return {**found, "collected_cost": collected_cost(wages, expenses), **estimate.costs()}

    def _of_courses(self, like: CourseEstimate, rates: Quantity, per: Denominators) -> dict[str, Quantity]:
        groups = self._groups.members
        amounts = [
            amount_of_hours(self.made[HOURS + group], rate=element(rates, place)) for place, group in enumerate(groups)
        ]
        wages, expenses = sum(amounts[1:], amounts[0]).named("wages_by_course", "kr"), self.made["other_expenses"]
        estimate = CourseEstimate(
            wages=_plain(wages),
            expenses=_plain(expenses),
            participants=self.made["course_size"],
            mean_size=mean_course_size(self.made["course_size"]),
            courses_per_year=self.made["courses_per_year"],
            headline=like.headline,
            denominators=per,
        )
        return estimate.costs()


def _plain(cost: Quantity) -> BehavedCost:
    return BehavedCost(cost, cost)
