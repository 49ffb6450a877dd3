"""Which of a plan's figures are only a bound, since a line of it has no number: the least, the most, or a part."""

from collections.abc import Iterable, Mapping
from typing import Any

from somcost.cost.plan_follows import comes_again, recurs
from somcost.cost.plan_margins import Margin, follows_one_more
from somcost.cost.plan_steady import is_of_the_start
from somcost.model.plan import COSTS, Bound, Plan, PlanLine
from somcost.model.scenario import Scenario
from somcost.validate.plan_starts import years_counted

COUNTS = (
    *("participants_started", "participants_completed", "teams_started", "courses_started"),
    "institutions",
)
"""Results that are no amounts."""
PARTS_OF_COST = ("gross_cost", "start_up_cost", "steady_state_cost_per_year")
"""Parts of the cost before grants and saved expenses."""
MARGINS: Mapping[str, Margin] = {
    "marginal_cost_per_participant": "participant",
    "marginal_cost_per_course": "course",
    "marginal_cost_per_team": "team",
}
OPPOSITE: Mapping[Bound, Bound] = {"at least": "at most", "at most": "at least", "in part": "in part"}
"""Of an amount with the other sign."""
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
    costs = _costs(scenario)
    if result == "residual_values":
        return _bound(least=any(_leaves_a_value(line) for line in costs))
    if result in PARTS_OF_COST or result.startswith("marginal_"):
        return _bound(least=any(_is_part(line, result, scenario) for line in costs))
    found = bound_of_lines(scenario.lines)
    return OPPOSITE[found] if found is not None and result == "net_present_value" else found


def _is_part(line: PlanLine, result: str, plan: Plan) -> bool:
    """Tell whether a line of resource use would be part of a result, had it a number."""
    if result == "start_up_cost":
        return is_of_the_start(line, plan)
    if result == "steady_state_cost_per_year":
        return recurs(line, plan) or comes_again(line, plan)
    margin = MARGINS.get(result)
    return margin is None or follows_one_more(line, margin, plan) is not False


def bound_of_lines(lines: Iterable[PlanLine]) -> Bound | None:
    """Give what the sum of lines is a bound of: costs without a number leave it at least, deductions at most."""
    each = [_deducted(line) if line.category not in COSTS else _bound(least=bool(line.unvalued)) for line in lines]
    return _bound(
        least=any(bound in ("at least", "in part") for bound in each),
        most=any(bound in ("at most", "in part") for bound in each),
    )


def _deducted(line: PlanLine) -> Bound | None:
    """Give what a line that is deducted makes of a sum: one without a number, or of which only a part is known."""
    if line.unvalued:
        return "at most"
    return None if line.taken_bound is None else OPPOSITE[line.taken_bound]


def bound_of_category(plan: Plan, category: str, year: int | None = None) -> Bound | None:
    """Give what a category's cost, or that in a year, is a bound of; what is deducted is below zero."""
    return bound_of_lines(line for line in plan.lines if line.category == category and _may_fall(line, plan, year))


def bound_of_year(plan: Plan, year: int) -> Bound | None:
    """Give what a year's cost is a bound of, 0 for the first; in the last a residual value may be unknown too."""
    found = bound_of_lines(line for line in plan.lines if _may_fall(line, plan, year))
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
    whole = bound_of_lines(scenario.lines)
    least, most = whole in ("at least", "in part"), whole in ("at most", "in part")
    return {"at_least": least, "at_most": most, "bounds": bounds}


def _costs(plan: Plan) -> list[PlanLine]:
    return [line for line in plan.lines if line.unvalued and line.category in COSTS]


def _may_fall(line: PlanLine, plan: Plan, year: int | None) -> bool:
    """Tell whether a line may count in a year, 0 for the first: what it follows starts then, or is there."""
    if year is None:
        return True
    known = years_counted(plan, line)
    return line.falls(year) and (known is None or year + 1 in known)


def _leaves_a_value(line: PlanLine) -> bool:
    return line.lifetime is not None and not line.years_paid


def _bound(*, least: bool, most: bool = False) -> Bound | None:
    if least and most:
        return "in part"
    return "at least" if least else "at most" if most else None
