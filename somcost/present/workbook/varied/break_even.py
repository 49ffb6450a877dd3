"""The sheet of break-even: the value at which a result meets its target, found anew by the workbook where it can be."""

import math
from collections.abc import Callable, Sequence

from somcost.analyse.balances import Balance
from somcost.analyse.vary.break_even import BreakEven
from somcost.analyse.vary.variation import Variation
from somcost.cost.break_even import break_even_on_a_hyperbola, break_even_on_a_line
from somcost.cost.costing import Costing
from somcost.cost.quantity import Quantity
from somcost.cost.trace import steps
from somcost.present.language import N_
from somcost.present.workbook.blocks import Block
from somcost.present.workbook.varied.cells import Cells, Content, Figure
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
    target = _target(making, found)
    rows: list[Sequence[Content]] = [[name, unit, *_answer(making, found, value, target)] for value in found.values]
    for low, high in found.stretches:
        for end, told in ((low, N_("The target is met everywhere from here …")), (high, N_("… to here."))):
            rows.append([name, unit, Figure(end, found.key.unit), None, target, making.say(told)])
    for jump in found.jumps:
        told = making.say(N_("The result jumps past the target here and never meets it."))
        rows.append([name, unit, Figure(jump, found.key.unit), None, target, told])
    if not rows:
        rows.append([name, unit, making.say(N_("none")), None, target, making.say(N_("The target is met nowhere."))])
    return rows


def _target(making: Making, found: BreakEven) -> Quantity:
    """Give the target: an input of this sheet, or what the scenario's alternative costs."""
    costing = making.assessment.costing
    alternative = costing.alternative if isinstance(costing, Costing) and found.is_alternative else None
    if alternative is None:
        return Quantity(found.target, making.result(found.result).unit, "target")
    return making.trace.one(alternative)


def _answer(making: Making, found: BreakEven, value: float, target: Quantity) -> Sequence[Content]:
    """Give an answer, the result there, the target, and how the answer was found."""
    key, result, name = found.key, found.result, making.varied.key(found.key)
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
    return [there, at, target, making.say(how)]


def _shape(making: Making, found: BreakEven, value: float) -> Callable[..., Quantity] | None:
    """Give the formula that finds the value, if the result is linear in it or in its reciprocal."""
    base, name = found.key.base, found.key.name
    if base is None or math.isclose(base, value):
        return None
    between = (base + value) / 2
    variation = Variation(making.assessment, [name])
    if _comes_in_units(variation, found.result):
        return None
    first, middle, last = variation.at({name: [base, between, value]}, [found.result])[found.result].tolist()
    for along, formula in SHAPES:
        if along is not SHAPES[0][0] and min(base, value) <= 0:
            continue
        share = (along(between) - along(base)) / (along(value) - along(base))
        if math.isclose(first + share * (last - first), middle, rel_tol=RELATIVE_TOLERANCE):
            return formula
    return None


def _comes_in_units(variation: Variation, result: str) -> bool:
    """Whether a result follows what is varied by whole units, so that no line or hyperbola holds beyond the unit."""
    evaluation, root = variation.evaluation([result]), variation.quantity(result)
    return any(each.operation == "round_up" and evaluation.depends(each) for each in steps([root]))
