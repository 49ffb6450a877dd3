"""A plan in steady operation (fast drift): a year with all teams at work, with no end in sight; and its start."""

from somcost.cost.operations import element, look_up, stack, total, total_by, total_of
from somcost.cost.plan_costing import PlanCosting
from somcost.cost.plan_follows import Follows, comes_again, is_bought_for_employees, recurs
from somcost.cost.plan_steady_units import SteadyUnits
from somcost.cost.planned_cost import cost_in_year
from somcost.cost.planned_units import hours_in_year
from somcost.cost.quantity import Quantity
from somcost.model.dimensions import Category, Dimension
from somcost.model.plan import COSTS, Plan, PlanLine
from somcost.model.plan import Category as PlanCategory

BEGINNING: tuple[PlanCategory, ...] = ("preparation", "training", "investment")
"""What a beginning costs is in these categories; operation that falls once is no start-up."""


def ends_with_its_participants(plan: Plan) -> bool:
    """Tell whether all take part at once and nobody comes after them; residents live there, unless for a course."""
    lives_on = bool(plan.residents) and plan.intervention.course_length is None
    return plan.starts_all_at_once and not lives_on


def steady_cost(costing: PlanCosting) -> Quantity | None:
    """Give what a year in steady operation costs; None where all take part at once and nobody comes after them."""
    if ends_with_its_participants(costing.plan):
        return None
    cost = cost_in_year(costing.unit_cost, units=_steady_units(costing), in_year=_recurring(costing))
    return total(cost.named("steady_cost_of_line", "kr")).named("steady_state_cost_per_year", "kr/year")


def steady_hours(costing: PlanCosting, groups: Dimension) -> Quantity:
    """Give the hours of a year in steady operation by job group, without those that nobody pays for."""
    none = costing.units.leaf("no_hours", 0, "hours", words="no hours stated")
    paid = [line.hours is not None and not line.in_kind for line in costing.lines]
    each = [
        costing.givens.stated(line.hours, "hours") if line.hours is not None and pays else none
        for line, pays in zip(costing.lines, paid, strict=True)
    ]
    column = stack(each, costing.rows).named("hours_of_line", "hours")
    hours = hours_in_year(column, units=_steady_units(costing), in_year=_recurring(costing))
    used = [line.job_group if pays else None for line, pays in zip(costing.lines, paid, strict=True)]
    return total_by(hours, Category.of("job_group", used, over=costing.rows, groups=groups))


def steady_participants(costing: PlanCosting) -> Quantity | None:
    """Give the participants who start in a year in steady operation; None where the plan has none or no such year."""
    if costing.plan.starts_all_at_once or not costing.plan.has_participants:
        return None
    return SteadyUnits(costing.units).of(Follows("participant", None, "once"))


def _recurring(costing: PlanCosting) -> Quantity:
    plan, lines = costing.plan, costing.lines
    mask = [float(line.category in COSTS and (recurs(line, plan) or comes_again(line, plan))) for line in lines]
    return costing.units.column("recurring", mask, words="recurring", over=costing.rows)


def _steady_units(costing: PlanCosting) -> Quantity:
    each = SteadyUnits(costing.units)
    column = stack([each.of(kind) for kind in costing.kinds], costing.follows.groups)
    return look_up(column.named("steady_driver_units", "units"), costing.follows).named("steady_units", "units")


def is_of_the_start(line: PlanLine, plan: Plan) -> bool:
    """Tell whether a line is a cost of the beginning."""
    return line.category in BEGINNING and not recurs(line, plan)


def start_up_cost(costing: PlanCosting) -> Quantity:
    """Give what a beginning costs: preparation, training and investments that do not recur, and for nobody's place."""
    plan, lines = costing.plan, costing.lines
    mask = [float(is_of_the_start(line, plan)) for line in lines]
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
