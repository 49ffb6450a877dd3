"""A plan in steady operation (fast drift): a year with all teams at work, with no end in sight; and its start."""

from somcost.cost.operations import element, look_up, stack, total, total_of
from somcost.cost.plan_costing import PlanCosting
from somcost.cost.plan_follows import comes_again, is_bought_for_employees, recurs
from somcost.cost.plan_steady_units import SteadyUnits
from somcost.cost.planned_cost import cost_in_year
from somcost.cost.quantity import Quantity
from somcost.model.plan import COSTS, Category

BEGINNING: tuple[Category, ...] = ("preparation", "training", "investment")
"""What a beginning costs is in these categories; operation that falls once is no start-up."""


def steady_cost(costing: PlanCosting) -> Quantity | None:
    """Give what a year in steady operation costs; None where all take part at once and nobody comes after them."""
    plan, lines = costing.plan, costing.lines
    if plan.starts_all_at_once:
        return None
    mask = [float(line.category in COSTS and (recurs(line, plan) or comes_again(line, plan))) for line in lines]
    recurring = costing.units.column("recurring", mask, words="recurring", over=costing.rows)
    each = SteadyUnits(costing.units)
    column = stack([each.of(kind) for kind in costing.kinds], costing.follows.groups)
    units = look_up(column.named("steady_driver_units", "units"), costing.follows).named("steady_units", "units")
    cost = cost_in_year(costing.unit_cost, units=units, in_year=recurring).named("steady_cost_of_line", "kr")
    return total(cost).named("steady_state_cost_per_year", "kr/year")


def start_up_cost(costing: PlanCosting) -> Quantity:
    """Give what a beginning costs: preparation, training and investments that do not recur, and for nobody's place."""
    plan, lines = costing.plan, costing.lines
    mask = [float(line.category in BEGINNING and not recurs(line, plan)) for line in lines]
    once = costing.units.column("start_up", mask, words="start-up of a plan", over=costing.rows)
    bought = total(costing.by_line() * once)
    again = [
        element(costing.unit_cost, number) * replaced[year]
        for number, line in enumerate(lines)
        if mask[number]
        and is_bought_for_employees(line)
        and (replaced := costing.units.of("employee", line.employee).again)
        for year in range(1, len(plan.years))
        if line.falls(year)
    ]
    if not again:
        return bought.named("start_up_cost", "kr")
    return (bought - total_of(again).named("retraining_cost", "kr")).named("start_up_cost", "kr")
