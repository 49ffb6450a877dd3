"""Months drawn again: what a month cost and what was observed of it move together."""

import datetime as dt
from collections.abc import Mapping

import numpy as np

from somcost.analyse.resample.units import Units, line_weightings
from somcost.analyse.resample.weighting import Codes, Weighting, each_weighted, named, numbered, parts_weighted
from somcost.cost.calendar_table import calendar_of
from somcost.cost.costing import Costing
from somcost.cost.denominators import Denominators, denominators
from somcost.cost.givens import Givens
from somcost.cost.quantity import Quantity
from somcost.cost.trace import steps
from somcost.model.calendar import last_day
from somcost.model.scenario import Variant


def months(costing: Costing, results: Mapping[str, Quantity]) -> Units:
    """Give the months with an observed day, or with staff stated; months wholly in a gap take no part."""
    quantities = list(steps(results.values()))
    dimension = costing.months.dimension
    shares = named(quantities, "month_share", over=dimension)
    codes = numbered(np.any([np.asarray(share.value) > 0 for share in shares], axis=0))
    weightings = [
        *(each_weighted(share, codes) for share in shares),
        *line_weightings(costing, quantities, category="month", codes=codes),
        *_of_staff(costing, quantities, codes),
        *_of_citizens(costing, quantities, codes),
    ]
    members = tuple(name for name, code in zip(dimension.members, codes, strict=True) if code >= 0)
    return Units(members, tuple(weightings))


def _of_staff(costing: Costing, quantities: list[Quantity], codes: Codes) -> list[Weighting]:
    if costing.staff is None:
        return []
    lines = costing.staff.lines
    unit = dict(zip(costing.months.dimension.members, codes, strict=True))
    own = np.array([unit[name] for name in lines.month_names], dtype=np.int64)
    return [each_weighted(fte, own) for fte in named(quantities, "fte", over=lines.rows)]


def _of_citizens(costing: Costing, quantities: list[Quantity], codes: Codes) -> list[Weighting]:
    """Let the months that citizens spent in the intervention follow the months they were spent in."""
    spent = {key: named(quantities, key, over=None) for key in ("participant_months", "person_years")}
    if not any(spent.values()):
        return []
    by_month = [_within(costing, name) for name in costing.months.dimension.members]
    return [
        parts_weighted(quantity, [_number(getattr(month, key)) for month in by_month], codes)
        for key, found in spent.items()
        for quantity in found
    ]


def _within(costing: Costing, month: str) -> Denominators:
    """Give the denominators of one month alone; none where nothing of it was observed."""
    inputs = costing.givens.inputs
    start = dt.date.fromisoformat(f"{month}-01")
    alone = Variant(month, month, start, last_day(start), inputs.scenario.location)
    givens = Givens(inputs)
    calendar = calendar_of(givens, costing.months, variant=alone) if _observed(costing, month) else None
    return Denominators() if calendar is None else denominators(givens, calendar, costing.citizens)


def _observed(costing: Costing, month: str) -> bool:
    (shares,) = costing.calendar.observed_months.operands
    return bool(np.asarray(shares.value)[list(costing.months.dimension.members).index(month)])


def _number(quantity: Quantity | None) -> float:
    return 0.0 if quantity is None else float(quantity.value)
