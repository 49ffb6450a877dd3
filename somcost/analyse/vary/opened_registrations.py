"""The calculation of registrations with some of its keys left open, its lines added up as far as the keys allow."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from types import MappingProxyType

import numpy as np

from somcost.analyse.assessment import Assessment
from somcost.analyse.tree import estimate_of
from somcost.analyse.vary.keys import Key, computed, mean_wages
from somcost.analyse.vary.levered import levered_results
from somcost.analyse.vary.opened import Opened, lever
from somcost.cost.costing import Costing
from somcost.cost.estimates import AS_CALCULATED, Levers
from somcost.cost.evaluate import Array
from somcost.cost.quantity import Quantity
from somcost.ledger.lines import CostLines, Ledger, sums_by

NEEDED = ("job_group", "course", "step", "price_year")
"""Categories of the cost lines that the costing itself goes by."""


def open_registrations(assessment: Assessment, keys: Mapping[str, Key], *, variants: bool) -> Opened:
    """Leave keys open.

    Args:
        assessment: What is varied.
        keys: The keys.
        variants: Whether the results of sub-periods are asked for too.
    """
    costing = assessment.costing.on(_condensed(assessment.costing, keys.values(), variants=variants))
    levers = Levers(**{name: lever(keys, name) for name in ("wages", "participants", "course_size")})
    return Opened(
        results=levered_results(costing, levers, variants=variants),
        as_calculated=lambda: levered_results(costing, AS_CALCULATED, variants=variants),
        nodes=dict(_nodes(costing, levers, keys)),
        scales={name: _mask(costing, key) for name, key in keys.items() if key.lines},
        amounts=lambda: list(_amounts_in_prices(costing)),
        bases=lambda: _bases(costing),
        lines=[columns.lines for columns in (costing.wages, costing.expenses) if columns is not None],
    )


def _bases(costing: Costing) -> dict[str, Quantity | None]:
    """Give the participants a year and the average staff as calculated."""
    return {
        "participants": estimate_of(costing).denominators.participants_per_year,
        "fte": costing.staff.average_fte if costing.staff else None,
    }


def _condensed(costing: Costing, keys: Iterable[Key], *, variants: bool) -> Ledger:
    """Add the lines up by what the costing, the rules of behaviour and the keys need apart."""
    rules = costing.givens.inputs.scenario.cost_behaviour
    names = {*NEEDED, *(key.member[0] for key in keys if key.member), *(name for rule in rules for name in rule.match)}
    if costing.months.factor is not None:
        names.add("month")

    def summed(lines: CostLines | None) -> CostLines | None:
        if lines is None:
            return None
        return sums_by(lines if variants else replace(lines, periods=MappingProxyType({})), names)

    ledger = costing.ledger
    return replace(ledger, registrations=summed(ledger.registrations), expenses=summed(ledger.expenses))


def _nodes(costing: Costing, levers: Levers, keys: Mapping[str, Key]) -> Iterator[tuple[str, Quantity]]:
    """Give the quantity that each key is put in for."""
    known: dict[str, Quantity | None] = {
        "wages": levers.wages,
        "participants": levers.participants,
        "course_size": levers.course_size,
        "fte": costing.staff.fte if costing.staff else None,
        **mean_wages(costing),
        **computed(costing),
    }
    tables = {"hours": costing.wages, "other_expenses": costing.expenses}
    for name, key in keys.items():
        columns = tables.get(key.lines)
        node = columns.registered if columns else known.get(name) or costing.givens.made(name)
        if node is None:
            raise AssertionError(f"{name} can be varied and stands nowhere in the trace")
        yield name, node


def _mask(costing: Costing, key: Key) -> Array | None:
    """Give 1 for the lines that a key scales and 0 for the others; None where it scales all."""
    columns = costing.wages if key.lines == "hours" else costing.expenses
    if key.member is None or columns is None:
        return None
    category = columns.lines.categories[key.member[0]]
    number = list(category.groups.members).index(key.member[1])
    mask: Array = (category.codes == number).astype(np.float64)
    return mask


def _amounts_in_prices(costing: Costing) -> Iterator[Quantity]:
    """Give the amounts of kr that are no wages: expenses, start-up expenses and fees, and the alternative."""
    if costing.expenses is not None:
        yield costing.expenses.registered
    scenario = costing.givens.inputs.scenario
    keys = [scenario.alternative.cost_per_year.key] if scenario.alternative else []
    if scenario.start_up is not None:
        keys += [line.fee_each.key for line in scenario.start_up.training]
        keys += [line.amount.key for line in scenario.start_up.expenses]
    for key in keys:
        amount = costing.givens.made(key)
        if amount is not None:
            yield amount
