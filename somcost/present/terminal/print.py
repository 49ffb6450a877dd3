"""Prints the report: what it is of, the costs, and all that stands beside them."""

from collections.abc import Callable, Iterator
from itertools import chain

from rich.console import Console, Group
from rich.text import Text

from somcost.analyse.assessment import Assessment
from somcost.present.language import N_
from somcost.present.numbers import Numbers
from somcost.present.terminal.costs import basis_blocks, cost_blocks
from somcost.present.terminal.details import (
    alternative_blocks,
    caveat_blocks,
    check_blocks,
    course_blocks,
    share_blocks,
    start_up_blocks,
)
from somcost.present.terminal.render import print_block
from somcost.present.terminal.sensitivity import sensitivity_blocks
from somcost.present.terminal.view import Block, View
from somcost.present.words import Words

BLOCKS: tuple[Callable[[View], Iterator[Block]], ...] = (
    cost_blocks,
    caveat_blocks,
    alternative_blocks,
    basis_blocks,
    sensitivity_blocks,
    share_blocks,
    course_blocks,
    start_up_blocks,
    check_blocks,
)


def print_assessment(assessment: Assessment, console: Console, *, numbers: Numbers) -> None:
    """Print the assessment as the report's tables (omkostningsvurdering).

    Args:
        assessment: What to print.
        console: Where to.
        numbers: Language and rounding.
    """
    view = View(assessment, assessment.as_dict(), Words(assessment, numbers.language), numbers)
    console.print(_head(view, assessment))
    for block in chain.from_iterable(blocks(view) for blocks in BLOCKS):
        console.print()
        print_block(block, console)


def _head(view: View, assessment: Assessment) -> Group:
    scenario, words = assessment.inputs.scenario, view.words
    months = assessment.costing.calendar
    window = words.say(
        N_("Window {start} to {end}: {observed} of {all} months"),
        start=view.numbers.day(scenario.window.start),
        end=view.numbers.day(scenario.window.end),
        observed=view.numbers.count(float(months.observed_months.value), 2),
        all=view.numbers.count(float(months.window_months.value), 2),
    )
    assumptions = assessment.inputs.assumptions
    level, rounding = view.price_level(), view.rounding()
    unit = words.say(N_("Amounts in kr., {price_level}, {rounding}"), price_level=level, rounding=rounding)
    origin = words.data_origin()
    lines = [unit, origin[:1].upper() + origin[1:], window, f"{assumptions.title} ({assumptions.id})"]
    return Group(Text(scenario.title, style="bold"), *(Text(line) for line in lines if line))
