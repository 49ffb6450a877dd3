"""Prints a derivation as a tree."""

from rich.box import SIMPLE_HEAD
from rich.console import Console, Group
from rich.padding import Padding
from rich.table import Table
from rich.text import Text
from rich.tree import Tree

from somcost.analyse.planned import AnyAssessment
from somcost.present.derivation.find import Found
from somcost.present.derivation.node import Node
from somcost.present.derivation.reasons import HIDDEN
from somcost.present.derivation.steps import Step, Steps
from somcost.present.language import N_
from somcost.present.numbers import Numbers
from somcost.present.words import Words


def print_derivation(assessment: AnyAssessment, found: Found, console: Console, *, numbers: Numbers) -> None:
    """Print how a figure came about, down to the assumptions and registrations it rests on.

    Args:
        assessment: What the figure is of.
        found: The figure.
        console: Where to.
        numbers: Language; the figures are written so that they can be followed, whatever the rounding.
    """
    words = Words(assessment, numbers.language)
    origin = words.data_origin()
    head = [f"{assessment.inputs.scenario.title}: {found.path}", words.price_level(), origin[:1].upper() + origin[1:]]
    console.print(Text(" · ".join(part for part in head if part)))
    console.print()
    if found.quantity is None:
        hidden = found.reason in HIDDEN
        undefined = words.say(N_("Not shown: {path}") if hidden else N_("Not defined: {path}"), path=found.path)
        console.print(Text(undefined, style="bold"))
        settings = getattr(assessment.inputs.scenario, "settings", None)
        fewest = 0 if settings is None else settings.fewest_citizens
        console.print(Text(words.say(found.reason, fewest=fewest)))
        return
    console.print(_tree(Steps(words, numbers).of(Node(found.quantity))))


def _tree(step: Step) -> Tree:
    tree = Tree(_label(step))
    for each in step.steps:
        tree.children.append(_tree(each))
    return tree


def _label(step: Step) -> Group:
    lines = [Padding(Text(line), (0, 0, 0, 2), expand=False) for line in step.lines]
    table = [Padding(_table(step), (0, 0, 0, 2), expand=False)] if step.rows else []
    return Group(Text(step.title, style="bold"), *lines, *table)


def _table(step: Step) -> Table:
    table = Table(box=SIMPLE_HEAD, show_edge=False, pad_edge=False, header_style="")
    for number, heading in enumerate(step.headings):
        table.add_column(Text(heading), justify="right" if number else "left", vertical="bottom", overflow="fold")
    for row in step.rows:
        table.add_row(*(Text(cell) for cell in row))
    return table
