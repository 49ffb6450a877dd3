"""Courses drawn again: every mean over the courses becomes one over those that were drawn."""

from collections.abc import Mapping

from somcost.analyse.resample.units import Units
from somcost.analyse.resample.weighting import mean_weighted
from somcost.cost.costing import Costing
from somcost.cost.quantity import Quantity
from somcost.cost.trace import steps


def courses(costing: Costing, results: Mapping[str, Quantity]) -> Units:
    """Give the courses; the mean cost, the mean size and the mean of the courses' own ratios follow them."""
    if costing.wages is None:
        raise AssertionError("group courses are costed from registrations")
    dimension = costing.wages.lines.categories["course"].groups
    means = [
        quantity
        for quantity in steps(results.values())
        if quantity.operation == "mean" and quantity.operands[0].dimension is dimension
    ]
    return Units(tuple(dimension.members), tuple(mean_weighted(mean) for mean in means))
