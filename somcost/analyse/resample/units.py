"""The units that are drawn again, and what of the trace follows them."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from somcost.analyse.resample.weighting import Codes, Weighting, each_weighted, named, through
from somcost.cost.costing import Costing
from somcost.cost.quantity import Quantity


@dataclass(frozen=True, slots=True, eq=False)
class Units:
    """Months, courses, sites or citizens (enheder).

    Attributes:
        members: Their names.
        weightings: The quantities that follow them.
        held: Whether as many are drawn as there are. Where their number is itself by chance (citizens), each is drawn
            0, 1, 2 … times on its own, once on average.
        untold: By result, why nothing can be said of it.
        notes: What does not follow the units, in words.
    """

    members: tuple[str, ...]
    weightings: tuple[Weighting, ...]
    held: bool = True
    untold: Mapping[str, str] = field(default_factory=dict)
    notes: tuple[str, ...] = ()


def line_weightings(
    costing: Costing, quantities: Iterable[Quantity], *, category: str, codes: Codes
) -> list[Weighting]:
    """Let the registered hours and expenses follow the units that a category of the lines stands for.

    Args:
        costing: Its lines are still apart by the category.
        quantities: The trace.
        category: The category: month, site.
        codes: The unit of each member of the category.
    """
    known = list(quantities)
    return [
        each_weighted(quantity, through(codes, columns.lines.categories[category].codes))
        for columns in (costing.wages, costing.expenses)
        if columns is not None
        for quantity in named(known, columns.registered.key, over=columns.lines.rows)
        if not quantity.operation
    ]
