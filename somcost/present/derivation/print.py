"""Prints a derivation as a tree."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Literal

from rich.box import SIMPLE_HEAD
from rich.console import Console, Group
from rich.padding import Padding
from rich.table import Table
from rich.text import Text
from rich.tree import Tree

from somcost.analyse.planned import AnyAssessment
from somcost.present.derivation.bounded import bound_at
from somcost.present.derivation.find import Found
from somcost.present.derivation.node import Node, resolved
from somcost.present.derivation.reasons import HIDDEN
from somcost.present.derivation.steps import Step, Steps
from somcost.present.language import N_
from somcost.present.numbers import Numbers
from somcost.present.words import Words

INDENT, LEVEL, GAP = 2, 4, 3
"""Columns before a step's lines, before the steps under it, and between two columns of a table."""
NAMES_PART = 3
"""The names of members take a third of the room at most, unless a word of theirs is longer."""


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
    if bound_at(assessment, resolved(Node(found.quantity))) is not None:
        for caveat in words.bound_caveats():
            console.print(Text(caveat))
        console.print()
    console.print(_tree(Steps(words, numbers).of(Node(found.quantity)), console.width))


def _tree(step: Step, room: int) -> Tree:
    """Lay out a step and those under it; each level of them has less room."""
    tree = Tree(_label(step, room - INDENT))
    for each in step.steps:
        tree.children.append(_tree(each, room - LEVEL))
    return tree


def _label(step: Step, room: int) -> Group:
    lines = [Padding(Text(line), (0, 0, 0, INDENT), expand=False) for line in step.lines]
    tables = [Padding(table, (0, 0, 0, INDENT), expand=False) for table in _tables(step, room)] if step.rows else []
    return Group(Text(step.title, style="bold"), *lines, *tables)


def _tables(step: Step, room: int) -> Iterator[Table]:
    """Give the table of a step's members, below one another in parts where its columns have not room side by side."""
    widths = [_width(step, number) for number in range(len(step.headings))]
    widths[0] = min(widths[0], max(room // NAMES_PART, _longest_word(row[0] for row in step.rows)))
    for part in _parts(widths, room):
        table = Table(box=SIMPLE_HEAD, show_edge=False, pad_edge=False, header_style="")
        for number in part:
            heading = Text(step.headings[number])
            justify: Literal["left", "right"] = "right" if number else "left"
            table.add_column(heading, justify=justify, vertical="bottom", overflow="fold", width=widths[number])
        for row in step.rows:
            table.add_row(*(Text(row[number]) if number < len(row) else Text("") for number in part))
        yield table


def _parts(widths: Sequence[int], room: int) -> Iterator[list[int]]:
    """Share the columns out over tables that have room, each of them beginning with the names.

    >>> list(_parts([10, 8, 8, 8], 35)), list(_parts([10, 8, 8, 8], 80))
    ([[0, 1, 2], [0, 3]], [[0, 1, 2, 3]])
    """
    part, used = [0], widths[0]
    for number, width in enumerate(widths[1:], start=1):
        if used + GAP + width > room and len(part) > 1:
            yield part
            part, used = [0], widths[0]
        part.append(number)
        used += GAP + width
    yield part


def _width(step: Step, column: int) -> int:
    """Give the width a column needs: its numbers whole, its heading broken between words alone."""
    cells = [row[column] for row in step.rows if column < len(row)]
    return max(*map(len, cells), _longest_word([step.headings[column]]))


def _longest_word(texts: Iterable[str]) -> int:
    return max((len(word) for text in texts for word in text.split()), default=1)
