"""Prints what goes on to SØM: cost per participant by year and category, in all, and how it is to be read."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import chain
from typing import Any

from rich.console import Console, Group
from rich.text import Text

from somcost.analyse.planned import AnyAssessment
from somcost.present.bounds import MARKS
from somcost.present.handover_words import START_UP, HandoverWords, in_kind_amount
from somcost.present.language import N_
from somcost.present.numbers import Numbers
from somcost.present.terminal.details import caveat_blocks
from somcost.present.terminal.render import print_block
from somcost.present.terminal.view import MISSING, Block, Lines, Table, View
from somcost.present.words import Words

MARK: dict[str, str] = {"": "", "not quantified": "", **{str(bound): mark for bound, mark in MARKS.items()}}
"""What stands behind a figure that is only a part; a line under the table says what it means."""


def print_handover(
    assessment: AnyAssessment, figures: Mapping[str, Any], console: Console, *, numbers: Numbers
) -> None:
    """Print what goes on to SØM.

    Args:
        assessment: What it is of.
        figures: The hand-over as plain data.
        console: Where to.
        numbers: Language and rounding.
    """
    view = View(assessment, assessment.as_dict(), Words(assessment, numbers.language), numbers)
    said = HandoverWords(view.words, figures)
    level = f"{view.words.say(N_('kr.'))}, {view.price_level()}, {view.rounding()}"
    head = [f"{said.title()}: {assessment.inputs.scenario.title}", level]
    console.print(Group(Text(head[0], style="bold"), Text(head[1])))
    for block in chain(_tables(view, said), _denominators(view, said), _notes(view, said), caveat_blocks(view)):
        console.print()
        print_block(block, console)


def _tables(view: View, said: HandoverWords) -> Iterator[Block]:
    """Give cost per participant and cost in all, a row a year, a column a category."""
    kinds = {"cost_per_participant": view.words.key("cost_per_participant"), "cost": view.words.say(N_("Cost in all"))}
    categories = sorted(said.categories(), key=lambda name: name == START_UP)
    parts = [name for name in categories if name != START_UP]
    beside = [name for name in categories if name == START_UP]
    for key, title in kinds.items():
        headings = [
            view.words.say(N_("Year")),
            *map(said.heading, parts),
            view.words.say(N_("In all")),
            *map(said.heading, beside),
        ]
        rows = list(_years(view, said, key=key, parts=parts, beside=beside))
        yield Table(title, headings, rows, list(_marks(view, said)), keys=True)


def _years(
    view: View, said: HandoverWords, *, key: str, parts: Sequence[str], beside: Sequence[str]
) -> Iterator[list[str]]:
    """Give the years, each with its categories, and a plan's total."""
    figures = said.figures
    cells = {(row["year"], row["category"]): row for row in figures["rows"]}
    totals = {row["year"]: row for row in figures["years"]}
    for year in dict.fromkeys(row["year"] for row in figures["rows"]):
        whole = totals.get(year, figures["total"])
        own = [_figure(view, cells.get((year, name)), key) for name in parts]
        apart = [_figure(view, cells.get((year, name)), key) for name in beside]
        yield [said.year(year), *own, _figure(view, whole, key), *apart]
    if totals:
        yield [view.words.say(N_("In all")), *([""] * len(parts)), _figure(view, figures["total"], key)]


def _figure(view: View, row: Mapping[str, Any] | None, key: str) -> str:
    if row is None:
        return ""
    value = row[key]
    return MISSING if value is None else MARK[row["bound"]] + view.numbers.kr(value)


def _marks(view: View, said: HandoverWords) -> Iterator[str]:
    """Say what the marks behind the figures mean, those that are used."""
    rows = [*said.figures["rows"], *said.figures["years"], said.figures["total"]]
    used = list(dict.fromkeys(row["bound"] for row in rows))
    told = [f"{MARK[each].strip() or MISSING} {said.bound(each)}" for each in used if each]
    if told:
        yield f"{view.words.say(N_('Marks'))}: {', '.join(told)}."


def _denominators(view: View, said: HandoverWords) -> Iterator[Block]:
    """Give how many the costs are divided by, and how many start in each year."""
    say, count = view.words.say, view.numbers.count
    denominators = {name: value for name, value in said.figures["denominators"].items() if value is not None}
    rows = [[view.words.key(name), count(value)] for name, value in denominators.items()]
    for row in said.figures["years"]:
        started = row["participants_started"]
        if started is not None:
            rows.append([said.starting(row["year"]), count(started)])
    completed = said.figures["total"]["cost_per_completed"]
    if completed is not None:
        rows.append([f"{view.words.key('cost_per_completed')}, {say(N_('kr.'))}", view.numbers.kr(completed)])
    yield Table(say(N_("What it is divided by")), ["", say(N_("Number"))], rows)


def _notes(view: View, said: HandoverWords) -> Iterator[Block]:
    amount = in_kind_amount(said.figures, view.numbers)
    yield Lines(
        view.words.say(N_("How the figures are to be read")), [("", each) for each in said.notes(in_kind=amount)]
    )
