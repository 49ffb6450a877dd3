"""What must add up in every run: hours in = hours costed + hours set aside, and lines = totals."""

import math
from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from somcost.cost.costing import Costing
from somcost.cost.estimates import CourseEstimate
from somcost.cost.givens import derived
from somcost.cost.operating_cost import collected_cost
from somcost.cost.operations import total
from somcost.cost.quantity import Quantity

RELATIVE_TOLERANCE = 1e-9
ROUNDING = 1e-12
"""How much of a gross sum the last digits of many numbers may be."""


@dataclass(frozen=True, slots=True, eq=False)
class Balance:
    """Two quantities reached by different ways that must be equal."""

    name: str
    left: Quantity
    right: Quantity
    gross: float = 0.0
    """What the two are sums of, without signs: credits may leave little of much."""

    @property
    def holds(self) -> bool:
        """Whether the two agree to the precision of the numbers."""
        return agree(float(self.left.value), float(self.right.value), gross=self.gross)


def agree(left: float, right: float, *, gross: float = 0.0) -> bool:
    """Tell whether two sums over the same numbers agree to the precision of the numbers.

    >>> agree(0.1 + 0.2, 0.3), agree(150.0, 140.0)
    (True, False)
    """
    return math.isclose(left, right, rel_tol=RELATIVE_TOLERANCE, abs_tol=max(1e-6, ROUNDING * gross))


def balances_of(costing: Costing, courses: CourseEstimate | None) -> list[Balance]:
    """Give every balance that the assessment has the parts for."""
    return [*_hours(costing), *_lines(costing), *_months(costing), *_courses(costing, courses), *_staff(costing)]


def _hours(costing: Costing) -> Iterator[Balance]:
    table = costing.givens.inputs.registrations
    if costing.wages and table is not None:
        read = derived("hours_read", math.fsum(table.hours), "hours", words=f"{table.rows_read} rows as read")
        aside = derived("set_aside_hours", costing.ledger.set_aside.hours, "hours", words="settings")
        yield Balance("hours", read, (total(costing.wages.registered) + aside).named("hours_accounted_for", "hours"))


def _lines(costing: Costing) -> Iterator[Balance]:
    if costing.wages and costing.wage_cost:
        lines = total(costing.wages.amount)
        if costing.expenses:
            lines = lines + total(costing.expenses.amount)
        yield Balance("lines", lines.named("sum_of_lines", "kr"), _collected(costing), _gross(costing))


def _collected(costing: Costing) -> Quantity:
    if costing.wage_cost is None:
        raise AssertionError("nothing is collected without registrations")
    return collected_cost(costing.wage_cost, costing.other_expenses)


def _gross(costing: Costing) -> float:
    columns = [each for each in (costing.wages, costing.expenses) if each is not None]
    return float(sum(np.abs(each.amount.value).sum() for each in columns))


def _months(costing: Costing) -> Iterator[Balance]:
    if costing.wages:
        months = total(costing.wages.by("month").named("wage_cost_by_month", "kr"))
        if costing.expenses:
            months = months + total(costing.expenses.by("month").named("expenses_by_month", "kr"))
        yield Balance("months", months.named("sum_of_months", "kr"), _collected(costing), _gross(costing))


def _courses(costing: Costing, courses: CourseEstimate | None) -> Iterator[Balance]:
    if courses:
        yield Balance("courses", total(courses.cost_by_course()).named("sum_of_courses", "kr"), _collected(costing))


def _staff(costing: Costing) -> Iterator[Balance]:
    if costing.staff:
        groups = total(costing.staff.cost_by_job_group).named("sum_of_staff", "kr")
        yield Balance("staff", groups, costing.staff.wage_cost)
