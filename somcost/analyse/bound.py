"""Which of a plan's figures are only a bound, since a line of it has no number: the least, the most, or a part."""

from collections.abc import Iterable, Mapping
from typing import Any, Literal

from somcost.model.plan import COSTS, Plan, PlanLine
from somcost.model.scenario import Scenario

Bound = Literal["at least", "at most", "in part"]
"""What is shown is the least or the most that the figure can be; in part: it may be both less and more."""

COUNTS = (
    *("participants_started", "participants_completed", "teams_started", "courses_started"),
    "institutions",
)
"""Results that are no amounts."""
BEFORE_DEDUCTION = ("gross_cost", "start_up_cost", "steady_state_cost_per_year")
"""Costs alone, before grants and saved expenses."""
DEDUCTED = {"grants": "grant", "saved_expenses": "saved"}
"""Results that are one category of what is deducted."""


def bound_of(scenario: Scenario | Plan, result: str) -> Bound | None:
    """Give what a result is a bound of; None where it is whole, as every cost of registrations is.

    Args:
        scenario: Whose result it is.
        result: The result's name.
    """
    if not isinstance(scenario, Plan) or result in COUNTS:
        return None
    if result in DEDUCTED:
        return bound_of_category(scenario, DEDUCTED[result])
    costs, deducted = _costs(scenario), _deducted(scenario)
    if result == "residual_values":
        return _bound(least=any(_leaves_a_value(line) for line in costs))
    if result in BEFORE_DEDUCTION or result.startswith("marginal_"):
        return _bound(least=bool(costs))
    if result == "net_present_value":
        return _bound(least=bool(deducted), most=bool(costs))
    return bound_of_lines(scenario.lines)


def bound_of_lines(lines: Iterable[PlanLine]) -> Bound | None:
    """Give what the sum of lines is a bound of: costs without a number leave it at least, deductions at most."""
    unknown = [line for line in lines if line.unvalued]
    return _bound(
        least=any(line.category in COSTS for line in unknown), most=any(line.category not in COSTS for line in unknown)
    )


def bound_of_category(plan: Plan, category: str, year: int | None = None) -> Bound | None:
    """Give what a category's cost, or that in a year, is a bound of; what is deducted is below zero."""
    return bound_of_lines(line for line in plan.lines if line.category == category and _may_fall(line, year))


def bound_of_year(plan: Plan, year: int) -> Bound | None:
    """Give what a year's cost is a bound of, 0 for the first; in the last a residual value may be unknown too."""
    found = bound_of_lines(line for line in plan.lines if _may_fall(line, year))
    last = year == len(plan.years) - 1
    residual = last and any(_leaves_a_value(line) for line in _costs(plan))
    return _bound(least=found in ("at least", "in part"), most=residual or found in ("at most", "in part"))


def unquantified_categories(plan: Plan) -> list[str]:
    """Give the categories of resource use none of whose lines has a number."""
    counted = {line.category for line in plan.lines if line.counts}
    unknown = {line.category for line in _costs(plan)}
    return [category for category in COSTS if category in unknown - counted]


def told(scenario: Scenario | Plan, results: Mapping[str, object]) -> dict[str, Any]:
    """Give what the JSON says of a plan's bounds: of the cost in all, and of each result that is only a bound.

    Args:
        scenario: Whose results they are.
        results: By name; None where one is not defined.
    """
    if not isinstance(scenario, Plan):
        return {}
    each = {name: bound_of(scenario, name) for name, found in results.items() if found is not None}
    bounds = {name: bound for name, bound in each.items() if bound is not None}
    return {"at_least": bool(_costs(scenario)), "at_most": bool(_deducted(scenario)), "bounds": bounds}


def _costs(plan: Plan) -> list[PlanLine]:
    return [line for line in plan.lines if line.unvalued and line.category in COSTS]


def _deducted(plan: Plan) -> list[PlanLine]:
    return [line for line in plan.lines if line.unvalued and line.category not in COSTS]


def _may_fall(line: PlanLine, year: int | None) -> bool:
    return year is None or line.falls(year)


def _leaves_a_value(line: PlanLine) -> bool:
    return line.lifetime is not None and not line.years_paid


def _bound(*, least: bool, most: bool = False) -> Bound | None:
    if least and most:
        return "in part"
    return "at least" if least else "at most" if most else None
