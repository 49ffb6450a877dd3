"""A plan's hand-over to SØM: every category in every year, in all and per participant, traced."""

from collections.abc import Iterator

from somcost.analyse.bound import bound_of_category, bound_of_lines, bound_of_year
from somcost.analyse.rows import Results, Tree
from somcost.cost.operations import element
from somcost.cost.plan_costing import PlanCosting
from somcost.cost.planned_cost import cost_per_unit
from somcost.cost.quantity import Quantity
from somcost.model.plan import CATEGORIES

PAYER = None
"""Who pays: a plan does not say, and nothing is divided."""
NOT_QUANTIFIED = "not quantified"
"""Of a category in a year of which no line has a number: its cost is not known, and is no zero."""


def handover_of_plan(costing: PlanCosting, results: Results) -> Tree:
    """Give what of a plan goes on to SØM; per participant None where nobody takes part."""
    plan, started = costing.plan, results["participants_started"]
    return {
        "price_level": costing.givens.assumptions.price_level,
        "discounted": False,
        "years_of": "plan",
        "participants_start_in": [label for label, new in _started(costing, started) if new.value],
        "course_length": None if plan.intervention.course_length is None else plan.intervention.course_length.value,
        "denominators": {"participants_started": started, "participants_completed": results["participants_completed"]},
        "rows": list(_rows(costing, started)),
        "years": _years(costing, started),
        "total": {
            "cost": results["total_cost"],
            "cost_per_participant": results["cost_per_participant"],
            "cost_per_completed": results["cost_per_completed"],
            "bound": bound_of_lines(plan.lines) or "",
        },
        "not_quantified": [{"line": line.id, "why": line.unvalued} for line in plan.lines if line.unvalued],
        "left_out": [{"line": line.id, "why": line.left_out} for line in plan.lines if line.left_out],
        "in_kind": list(_in_kind(costing)),
    }


def cost_per_participant_by_year(costing: PlanCosting, started: Quantity) -> Quantity:
    """Give each year's cost over all who start in the plan, so that the years add up."""
    return cost_per_unit(costing.by_year(), units=started).named("cost_per_participant_of_year", "kr")


def _rows(costing: PlanCosting, started: Quantity | None) -> Iterator[Tree]:
    """Give a row for each year and category, and one for what the investments are worth at the horizon."""
    known = list(costing.categories.groups.members)
    for year, label in enumerate(costing.plan.years):
        column = costing.category_in_year(year)
        for category in CATEGORIES:
            bound = bound_of_category(costing.plan, category, year) or ""
            if category in known:
                cost = element(column, known.index(category))
                yield _row(label, category, cost, started=started, bound=bound)
            elif bound:
                yield _row(label, category, None, started=started, bound=NOT_QUANTIFIED)
    if costing.residual.operation:
        deducted = (-1 * costing.residual).named("residual_value_deducted", "kr")
        yield _row(costing.plan.years[-1], "residual_value", deducted, started=started, bound="")


def _row(year: str, category: str, cost: Quantity | None, *, started: Quantity | None, bound: str) -> Tree:
    name = f"{category}.{year}"
    each = None
    if cost is not None and started is not None:
        each = cost_per_unit(cost, units=started).named(f"handover.{name}", "kr")
    return {
        "id": name,
        "year": year,
        "category": category,
        "payer": PAYER,
        "cost": cost,
        "cost_per_participant": each,
        "bound": bound,
    }


def _years(costing: PlanCosting, started: Quantity | None) -> list[Tree]:
    by_year = costing.by_year()
    each = None if started is None else cost_per_participant_by_year(costing, started)
    new = dict(_started(costing, started))
    return [
        {
            "year": label,
            "participants_started": new.get(label),
            "cost": element(by_year, year),
            "cost_per_participant": None if each is None else element(each, year),
            "bound": bound_of_year(costing.plan, year) or "",
        }
        for year, label in enumerate(costing.plan.years)
    ]


def _started(costing: PlanCosting, started: Quantity | None) -> Iterator[tuple[str, Quantity]]:
    """Give those who start in each year."""
    if started is not None:
        yield from zip(costing.plan.years, costing.units.of("participant").started, strict=True)


def _in_kind(costing: PlanCosting) -> Iterator[Tree]:
    """Give the lines that are valued though nobody pays for them: no public expense."""
    by_line = costing.by_line()
    for number, line in enumerate(costing.lines):
        if line.in_kind:
            yield {"line": line.id, "cost": element(by_line, number)}
