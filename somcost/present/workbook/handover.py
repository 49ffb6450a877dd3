"""The sheet of what goes on to SØM: a row for each year and category, live, with denominators and how to read it."""

from collections.abc import Iterator, Mapping
from typing import Any

from somcost.analyse.assessment import plain
from somcost.cost.quantity import Quantity
from somcost.present.handover_words import HandoverWords, in_kind_amount
from somcost.present.language import N_
from somcost.present.numbers import Numbers
from somcost.present.workbook.blocks import Block, Item, ItemList, Text
from somcost.present.workbook.sheets import Sheet, heading
from somcost.present.workbook.varied.cells import Cells, Content
from somcost.present.workbook.words import Words

OWN = ("handover.", "handover_year.", "residual_value_deducted")
"""How the keys of the figures begin that stand on this sheet."""
TOTALS = ("cost", "cost_per_participant", "cost_per_completed")


def handover_sheet(tree: Mapping[str, Any], words: Words) -> Sheet:
    """Give the sheet; without participants it says that there is nothing to hand over per participant."""
    said = HandoverWords(words, tree)
    title = words.say(N_("To SØM"))
    blocks: list[Block] = [*heading(words, title), Text(list(_notes(tree, said))), Text([""])]
    blocks += [Cells(_headings(said), [_row(row, said) for row in tree["rows"]]), *_totals(tree, said)]
    return Sheet(title, blocks, widths=(44, 30, 18, 18, 20, 18, 18))


def _notes(tree: Mapping[str, Any], said: HandoverWords) -> Iterator[str]:
    if tree["total"]["cost_per_participant"] is None:
        yield said.words.say(N_("How many take part is not stated: no cost per {one} can be handed over."))
    yield from said.notes(in_kind=in_kind_amount(plain(tree), Numbers(said.words.language, 1)))


def _headings(said: HandoverWords) -> list[str]:
    say = said.words.say
    names = (N_("Year"), N_("Category"), N_("Payer"), N_("kr."))
    return [*map(say, names), said.per_participant(), say(N_("Reservation")), say(N_("Price level"))]


def _row(row: Mapping[str, Any], said: HandoverWords) -> list[Content]:
    return [
        said.year(row["year"]),
        said.category(row["category"]),
        said.payer(row["payer"]),
        row["cost"],
        row["cost_per_participant"],
        said.bound(row["bound"]),
        str(said.figures["price_level"]),
    ]


def _totals(tree: Mapping[str, Any], said: HandoverWords) -> Iterator[Block]:
    """Give the totals, each a reference to the result, and what they are divided by."""
    words = said.words
    totals = {"cost": words.say(N_("In all")), **{name: words.key(name) for name in TOTALS[1:]}}
    items = [_item(totals[name], tree["total"][name]) for name in TOTALS if tree["total"][name] is not None]
    items += [_item(words.key(name), each) for name, each in tree["denominators"].items() if each is not None]
    for row in tree["years"]:
        started = row["participants_started"]
        if started is not None:
            items.append(_item(said.starting(row["year"]), started))
    headings = [words.say(N_("Result")), words.say(N_("Value")), words.say(N_("Unit"))]
    yield Text([words.say(N_("What it is divided by"))], "section")
    yield ItemList(headings, items)


def _item(label: str, quantity: Quantity) -> Item:
    return Item(label, quantity, "")
