"""What one more participant, course or team of a plan costs on average (omkostning ved én mere)."""

from typing import Literal

from somcost.cost.operations import total
from somcost.cost.plan_costing import PlanCosting
from somcost.cost.plan_follows import comes_again, recurs
from somcost.cost.planned_cost import cost_per_unit
from somcost.cost.quantity import Quantity
from somcost.model.plan import COSTS, EmployeeType, Plan, PlanLine

Margin = Literal["participant", "course", "team"]


def cost_of_one_more(costing: PlanCosting, margin: Margin, *, units: Quantity | None) -> Quantity | None:
    """Give what follows one more of its kind over how many there are; None where nothing follows, or not all is known.

    Args:
        costing: The plan's calculation.
        margin: What there is one more of.
        units: How many start over the horizon; None where the plan has none.
    """
    plan, lines = costing.plan, [line for line in costing.lines if line.category in COSTS]
    follows = {line.id: follows_one_more(line, margin, plan) for line in lines}
    if units is None or None in follows.values() or not any(follows.values()):
        return None
    mask = [float(bool(follows.get(line.id))) for line in costing.lines]
    column = costing.units.column(f"follows.{margin}", mask, words="drivers", over=costing.rows)
    costs = costing.less_residual()
    following = total(costs * column).named(f"cost_following.{margin}", "kr")
    return cost_per_unit(following, units=units).named(f"marginal_cost_per_{margin}", "kr")


def follows_one_more(line: PlanLine, margin: Margin, plan: Plan) -> bool | None:
    """Tell whether a line has one more unit; None where it has of some types of employee and not of all.

    Lines of named early years have none: they are costs of the beginning.
    """
    if line.years and not (recurs(line, plan) or comes_again(line, plan)):
        return False
    if line.driver == "employee":
        return _follow([each for each in plan.employees if line.employee in (None, each.id)], margin, plan)
    if line.driver == "participant":
        return margin == "participant" or _brings_participants(margin, plan)
    return (
        line.driver
        in {
            "participant": (),
            "course": ("course", "session"),
            "team": ("team", "course", "session", *(["institution"] if plan.institution_list else [])),
        }[margin]
    )


def _brings_participants(margin: Margin, plan: Plan) -> bool:
    who = plan.participants
    if margin == "team":
        return any(each is not None for each in (who.per_course, who.per_team)) or bool(plan.residents)
    return margin == "course" and who.per_course is not None


def _follow(types: list[EmployeeType], margin: Margin, plan: Plan) -> bool | None:
    """Tell whether one more brings employees: a team has its own; of a caseload whoever comes with those they have."""
    if margin != "team":
        return False
    brings = {each.caseload is None or _brings_participants(margin, plan) for each in types}
    return None if len(brings) > 1 else brings.pop()
