"""Sites drawn again: a site's cost and its citizens move together."""

from collections.abc import Mapping, Sequence

import numpy as np

from somcost.analyse.resample.citizens import citizen_weightings, listed
from somcost.analyse.resample.units import Units, line_weightings
from somcost.analyse.resample.weighting import Codes
from somcost.cost.costing import Costing
from somcost.cost.evaluate import Evaluation
from somcost.cost.quantity import Quantity
from somcost.cost.trace import steps
from somcost.ledger.lines import CostLines
from somcost.model.dimensions import MISSING

UNTOLD = "how the citizens spread over the sites is not known: give citizens.csv with a column site"


def sites(costing: Costing, results: Mapping[str, Quantity]) -> Units:
    """Give the sites with any cost or citizen; what belongs to no site stays as it is and is said."""
    quantities = list(steps(results.values()))
    known, table = _named_in_lines(costing), listed(costing)
    members = sorted({*known, *table.site} - {None}, key=str)
    of_lines, of_citizens = _codes(known, members), _codes(table.site, members)
    lines = line_weightings(costing, quantities, category="site", codes=of_lines)
    people = citizen_weightings(costing, quantities, codes=of_citizens) if (of_citizens != MISSING).any() else []
    moving = [weighting.quantity for weighting in people]
    untold = {
        name: UNTOLD
        for name, root in results.items()
        if name.startswith("cost_per_") and not Evaluation([root], put_in=moving).depends(root)
    }
    return Units(
        tuple(str(member) for member in members),
        (*lines, *people),
        untold=untold,
        notes=tuple(_without_site(costing, of_citizens)),
    )


def _tables(costing: Costing) -> dict[str, CostLines]:
    tables = {"hours": costing.wages, "kr of other expenses": costing.expenses}
    return {unit: columns.lines for unit, columns in tables.items() if columns is not None}


def _named_in_lines(costing: Costing) -> Sequence[str]:
    """Give the sites that any line belongs to; both tables share them."""
    return next((lines.categories["site"].groups.members for lines in _tables(costing).values()), ())


def _codes(names: Sequence[str | None], members: Sequence[str | None]) -> Codes:
    number = {member: code for code, member in enumerate(members)}
    return np.array([MISSING if name is None else number[name] for name in names], dtype=np.int64)


def _without_site(costing: Costing, of_citizens: Codes) -> list[str]:
    amounts = {
        unit: float(lines.amounts[lines.categories["site"].codes == MISSING].sum())
        for unit, lines in _tables(costing).items()
    }
    found = [f"{amount:,.0f} {unit}" for unit, amount in amounts.items() if amount]
    citizens = int((of_citizens == MISSING).sum())
    found += [f"{citizens} citizens"] if citizens else []
    return [f"{each} belong to no site and stay as they are" for each in found]
