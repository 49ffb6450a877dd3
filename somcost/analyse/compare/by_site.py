"""The traced costing added up by site, and the citizens counted by site."""

from collections.abc import Sequence

import numpy as np

from somcost.cost.cost_columns import CostColumns
from somcost.cost.costing import Costing
from somcost.cost.givens import derived
from somcost.cost.operating_cost import annual_operating_cost
from somcost.cost.operations import total_by
from somcost.cost.quantity import Quantity
from somcost.cost.unit_costs import cost_per_participant, in_window, participants_per_year
from somcost.cost.window import days_within
from somcost.model.dimensions import MISSING, Category, Dimension

NOT_STATED = "not stated"
"""The place of what names no site; it is no site itself."""


def _tables(costing: Costing) -> list[CostColumns]:
    return [columns for columns in (costing.wages, costing.expenses) if columns is not None]


def members(costing: Costing) -> Sequence[str]:
    """Give the sites that any line names; both tables share them."""
    return next((columns.lines.categories["site"].groups.members for columns in _tables(costing)), ())


def places_of(costing: Costing) -> Dimension:
    """Give every site that a line or a citizen names, and the place of what names none."""
    table = costing.givens.inputs.citizens
    listed = [] if table is None else [site for site in table.site if site is not None]
    return Dimension("site", (*sorted({*members(costing), *listed}), NOT_STATED))


def _category(names: Sequence[str | None], places: Dimension, *, over: Dimension) -> Category:
    return Category.of("site", [NOT_STATED if name is None else name for name in names], over=over, groups=places)


def _of_lines(columns: CostColumns, places: Dimension) -> Category:
    own = columns.lines.categories["site"]
    names = [None if code == MISSING else own.groups.members[code] for code in own.codes]
    return _category(names, places, over=columns.lines.rows)


def columns_by_site(costing: Costing, places: Dimension) -> dict[str, Quantity]:
    """Give every result over the sites."""
    wages, expenses = _by_site(costing.wages, places), _by_site(costing.expenses, places)
    annual = annual_operating_cost(wages, expenses, observed_months=costing.calendar.observed_months)
    columns = {
        "wage_cost": wages.named("wage_cost_by_site", "kr"),
        "other_expenses": expenses.named("expenses_by_site", "kr"),
        "annual_operating_cost": annual,
    }
    participants = _participants(costing, places)
    if participants is not None:
        columns["participants_per_year"] = participants
        columns["cost_per_participant"] = cost_per_participant(annual, participants_per_year=participants)
    return columns


def _by_site(columns: CostColumns | None, places: Dimension) -> Quantity:
    if columns is None:
        return derived("amount", [0.0] * len(places), "kr", words="no expenses stated", over=places)
    return total_by(columns.amount, _of_lines(columns, places))


def _participants(costing: Costing, places: Dimension) -> Quantity | None:
    """Count the participants of each site as the method counts those of the whole."""
    citizens, table = costing.citizens, costing.givens.inputs.citizens
    if citizens is None or table is None or not any(table.site):
        return None
    inside = in_window(days_within(citizens.first, citizens.last, span=costing.calendar.window))
    by_site = total_by(inside, _category(table.site, places, over=citizens.rows))
    count = by_site.named("participants_by_site", "citizens")
    return participants_per_year(count, window_months=costing.calendar.window_months)


def has_lines(costing: Costing, places: Dimension) -> list[bool]:
    """Tell for each place whether any line belongs to it."""
    codes = [_of_lines(columns, places).codes for columns in _tables(costing)]
    counts = sum(np.bincount(each, minlength=len(places)) for each in codes)
    return [bool(count) for count in np.atleast_1d(counts)]
