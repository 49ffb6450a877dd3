"""The sheet of break-even: the value at which a result meets its target, found anew by the workbook where it can be."""

import math
from collections.abc import Callable, Sequence

from somcost.analyse.balances import Balance
from somcost.analyse.vary.break_even import BreakEven
from somcost.analyse.vary.variation import Variation
from somcost.cost.break_even import break_even_on_a_hyperbola, break_even_on_a_line
from somcost.cost.quantity import Quantity
from somcost.present.language import N_
from somcost.present.workbook.blocks import Block
from somcost.present.workbook.varied.cells import Cells, Content
from somcost.present.workbook.varied.making import Making
from somcost.present.workbook.varied.unroll import Setting

RELATIVE_TOLERANCE = 1e-9
SHAPES: Sequence[tuple[Callable[[float], float], Callable[..., Quantity]]] = (
    (lambda value: value, break_even_on_a_line),
    (lambda value: 1 / value, break_even_on_a_hyperbola),
)
"""What a result may be linear in, and the formula that then finds the value."""


def break_even_blocks(making: Making, found: Sequence[BreakEven]) -> list[Block]:
    """Give the blocks of the sheet."""
    headings = [N_("Input"), N_("Unit"), N_("Break-even"), N_("Result there"), N_("Target"), N_("How it was found")]
    rows = [row for each in found for row in _rows(making, each)]
    return [Cells([making.say(heading) for heading in headings], rows)]


def _rows(making: Making, found: BreakEven) -> list[Sequence[Content]]:
    name, unit = making.varied.key(found.key), making.words.unit(found.key.unit)
    if not found.values:
        return [[name, unit, making.say(N_("none")), None, None, making.say(N_("The target is met nowhere."))]]
    return [_row(making, found, value, name, unit) for value in found.values]


def _row(making: Making, found: BreakEven, value: float, name: str, unit: str) -> Sequence[Content]:
    key, result = found.key, found.result
    target = Quantity(found.target, making.result(result).unit, "target")
    formula = _shape(making, found, value)
    if formula is None:
        there, how = Quantity(value, key.unit, key.name), N_("Found by somcost; an input, to be sought again.")
    else:
        trial = Quantity(value, key.unit, key.name)
        known = making.points([Setting(name, {}), Setting(name, {key.name: trial})], [result])
        there = formula(
            known.inputs[key.name].operands[0],
            trial,
            results=(known.at(result, 0), known.at(result, 1)),
            target=target,
        ).named("break_even_on_a_line", key.unit)
        how = N_("Found by the workbook; follows its inputs.")
    at = making.points([Setting(name, {key.name: there})], [result]).at(result, 0)
    making.balances.append(Balance("break_even", at, target))
    return [name, unit, there, at, target, making.say(how)]


def _shape(making: Making, found: BreakEven, value: float) -> Callable[..., Quantity] | None:
    """Give the formula that finds the value, if the result is linear in it or in its reciprocal."""
    base, name = found.key.base, found.key.name
    if base is None or math.isclose(base, value):
        return None
    between = (base + value) / 2
    variation = Variation(making.assessment, [name])
    first, middle, last = variation.at({name: [base, between, value]}, [found.result])[found.result].tolist()
    for along, formula in SHAPES:
        if along is not SHAPES[0][0] and min(base, value) <= 0:
            continue
        share = (along(between) - along(base)) / (along(value) - along(base))
        if math.isclose(first + share * (last - first), middle, rel_tol=RELATIVE_TOLERANCE):
            return formula
    return None
