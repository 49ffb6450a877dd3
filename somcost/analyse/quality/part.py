"""What a part of the rows costs a year: the formulas of the whole on these rows alone."""

from collections.abc import Collection
from dataclasses import dataclass, replace

import numpy as np

from somcost.analyse.tree import estimate_of
from somcost.cost.cost_columns import CostColumns
from somcost.cost.costing import Costing
from somcost.cost.givens import derived
from somcost.cost.operating_cost import amount_in_period, other_expenses, wage_cost
from somcost.cost.quantity import Derived, Quantity
from somcost.cost.staff_columns import StaffColumns


@dataclass(frozen=True, slots=True)
class Part:
    """Some of the costed rows, by their numbers in their tables, and some of the full-time staff's job groups."""

    registrations: Collection[int] = ()
    expenses: Collection[int] = ()
    staff_groups: Collection[str] = ()

    @property
    def rows(self) -> int:
        """How many registrations and expenses it holds."""
        return len(self.registrations) + len(self.expenses)


def annual_cost_of(costing: Costing, part: Part) -> float:
    """Give what a part of the rows costs a year (årlige driftsomkostninger af en del af rækkerne).

    The lines of all other rows are set to 0 in the traced costing, and the estimate's own formulas bring the rest to
    a year; the parts of a division of the rows add up to the annual operating cost.
    """
    wages = _only(costing.wages, part.registrations)
    expenses = _only(costing.expenses, part.expenses)
    nothing = derived("other_expenses", 0.0, "kr", words="none of the part")
    alone = replace(
        costing,
        wages=wages,
        expenses=expenses,
        wage_cost=None if wages is None else wage_cost(wages.amount),
        other_expenses=nothing if expenses is None else other_expenses(expenses.amount),
        staff=None if costing.staff is None else _only_groups(costing.staff, part.staff_groups),
    )
    return float(estimate_of(alone).costs()["annual_operating_cost"].value)


def _only(columns: CostColumns | None, rows: Collection[int]) -> CostColumns | None:
    if columns is None:
        return None
    inside = np.zeros(len(columns.lines.rows))
    inside[list(rows)] = 1.0
    mask = Quantity(inside, dimension=columns.lines.rows, provenance=Derived("part of the rows"))
    return replace(columns, amount=_masked(columns.amount, mask))


def _masked(amount: Quantity, mask: Quantity) -> Quantity:
    return amount_in_period(amount, in_period=mask)


def _only_groups(staff: StaffColumns, groups: Collection[str]) -> StaffColumns:
    cost = staff.cost_by_job_group
    members = cost.dimension.members if cost.dimension is not None else ()
    inside = np.array([float(member in groups) for member in members])
    mask = Quantity(inside, dimension=cost.dimension, provenance=Derived("part of the job groups"))
    return replace(staff, wage_cost=wage_cost(_masked(cost, mask)))
