"""What a plan's institutions cost, each by itself, and the standard institution that they make (niveau 3)."""

from collections.abc import Iterator

from somcost.analyse.rows import Results, Tree
from somcost.cost.operations import element, total
from somcost.cost.plan_costing import PlanCosting
from somcost.cost.plan_institutions import institution_columns
from somcost.cost.planned_cost import cost_per_unit
from somcost.cost.quantity import Quantity


def institution_rows(costing: PlanCosting) -> list[Tree]:
    """Give each institution's employees, residents and cost; none where institutions are only counted."""
    columns = institution_columns(costing)
    if columns is None:
        return []
    return [
        {
            "institution": house.id,
            "label": house.label,
            "employees": element(columns.employees, number),
            "residents": _element(columns.residents, number),
            "cost": element(columns.cost, number),
            "cost_per_resident": _element(columns.cost_per_resident, number),
        }
        for number, house in enumerate(costing.plan.institution_list)
    ]


def _element(column: Quantity | None, number: int) -> Quantity | None:
    return None if column is None else element(column, number)


def standard_institution(costing: PlanCosting) -> Tree | None:
    """Give the standard institution: mean employees and residents, and the cost over the number of institutions."""
    columns = institution_columns(costing)
    if columns is None:
        return None
    cost = cost_per_unit(costing.total(), units=costing.units.institutions()).named("cost_per_institution", "kr")
    return {"employees": columns.standard_employees, "residents": columns.standard_residents, "cost": cost}


def cost_of_each(costing: PlanCosting) -> Results:
    """Give each institution's cost as a result of its own, so that it can be varied and compared."""
    columns = institution_columns(costing)
    if columns is None:
        return {}
    return {
        f"cost_of_institution.{house.id}": element(columns.cost, number)
        for number, house in enumerate(costing.plan.institution_list)
    }


def sum_of_institutions(costing: PlanCosting) -> Iterator[Quantity]:
    """Give the sum of what the institutions cost, where they are described."""
    columns = institution_columns(costing)
    if columns is not None:
        yield total(columns.cost).named("sum_of_institutions", "kr")
