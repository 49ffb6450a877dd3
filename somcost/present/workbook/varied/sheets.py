"""The sheets of sensitivity, and the sheet that computes them."""

from collections.abc import Iterator, Mapping
from typing import Any

from somcost.analyse.planned import AnyAssessment, PlanAssessment
from somcost.analyse.vary.answers import Answers
from somcost.cost.quantity import Quantity
from somcost.cost.trace import Trace
from somcost.model.dimensions import MISSING, Category
from somcost.present.language import N_
from somcost.present.workbook.blocks import Block, Text
from somcost.present.workbook.charts import Charts
from somcost.present.workbook.planned.cases import case_blocks
from somcost.present.workbook.sheets import Sheet, heading
from somcost.present.workbook.tables import Lead, Table
from somcost.present.workbook.varied.break_even import break_even_blocks
from somcost.present.workbook.varied.cells import Cells
from somcost.present.workbook.varied.grid import grid_blocks
from somcost.present.workbook.varied.making import Making
from somcost.present.workbook.varied.one_way import CHANGES, HEADINGS, one_way_blocks
from somcost.present.workbook.varied.points import Points
from somcost.present.workbook.words import Words


class VariedSheets:
    """The sheets of one question about sensitivity, and of a plan's named sensitivities.

    Attributes:
        balances: What must agree, for the sheet of checks.
        rests_on: The quantities that must stand elsewhere in the workbook.
    """

    def __init__(self, assessment: AnyAssessment, answers: Answers | None, *, words: Words, trace: Trace) -> None:
        self._making = Making(assessment, words, trace)
        self._shown = [*self._named(assessment), *(self._answered(answers) if answers is not None else ())]
        self.balances = self._making.balances
        self.rests_on = [each for points in self._making.tables for each in points.rests_on if not _is_own(each)]

    def _named(self, assessment: AnyAssessment) -> Iterator[Sheet]:
        if isinstance(assessment, PlanAssessment) and assessment.cases:
            blocks = case_blocks(self._making, assessment)
            yield self._sheet(N_("Sensitivities"), blocks, (52, 34, *[22] * (3 + len(assessment.cases))))

    def _answered(self, answers: Answers) -> Iterator[Sheet]:
        making = self._making
        if answers.bars:
            yield self._sheet(N_("One input at a time"), one_way_blocks(making, answers), (44, *[16] * 8, 30))
        if answers.grid is not None:
            yield self._sheet(N_("Sensitivity grid"), grid_blocks(making, answers.grid), (40, *[16] * 20))
        if answers.break_even:
            blocks = break_even_blocks(making, answers.break_even)
            yield self._sheet(N_("Break-even"), blocks, (44, 16, 16, 18, 18, 44))

    def _sheet(self, title: str, blocks: list[Block], widths: tuple[float, ...]) -> Sheet:
        words = self._making.words
        told = words.say(N_("Cells with a yellow ground are inputs: change one and every figure follows."))
        name = words.say(title)
        return Sheet(name, [*heading(words, name, [told]), *blocks], widths=widths)

    def sheets(self) -> Iterator[Sheet]:
        """Give the sheets that answer, then the one that computes."""
        yield from self._shown
        if not self._making.tables:
            return
        words = self._making.words
        title = words.say(N_("Sensitivity, computed"))
        told = words.say(N_("A row for each point: what is changed, and every step from there to the result."))
        blocks: list[Block] = [*heading(words, title, [told])]
        for points in self._making.tables:
            blocks += [*self._lines(points), *self._points(points)]
        yield Sheet(title, blocks, widths=(52, *[14] * 60), freeze=0)

    def draw(self, charts: Charts, written: Mapping[str, Any]) -> None:
        """Draw the tornado below the table of one input at a time."""
        for sheet in self._shown:
            for block in sheet.blocks:
                if isinstance(block, Cells) and len(block.headings) == len(HEADINGS) and block.rows:
                    chart = charts.tornado(block, sheet.name, CHANGES)
                    written[sheet.name].insert_chart(sheet.bottom + 1, 0, chart)

    def _lines(self, points: Points) -> Iterator[Block]:
        """Give the lines that the points rest on, added up, where any step goes by them."""
        for lines in points.variation.opened.lines:
            rows = lines.rows
            own = list(
                {
                    id(each): each for each in points.rests_on if each.dimension is rows and each.operation != "element"
                }.values()
            )
            if own:
                leads = [self._lead(category) for category in lines.categories.values() if len(category.groups)]
                yield Text([self._making.say(N_("Lines added up"))], "section")
                yield Table(rows, leads, own)

    def _lead(self, category: Category) -> Lead:
        words = self._making.words
        if category.name == "month":
            firsts = [words.month_number(name) for name in category.groups.members]
            return Lead(
                words.dimension("month"), [firsts[code] for code in category.codes.tolist()], "month", category=category
            )
        members = words.members(category.groups)
        texts = [None if code == MISSING else members[code] for code in category.codes.tolist()]
        return Lead(words.dimension(category.name), texts, category=category)

    def _points(self, points: Points) -> Iterator[Block]:
        words = self._making.words
        columns = [*points.inputs.values(), *(column for column, _ in points.columns)]
        captions = [self._making.varied.key(points.variation.keys[name]) for name in points.inputs]
        captions += [self._caption(column, label) for column, label in points.columns]
        yield Text([words.say(N_("Points"))], "section")
        yield Table(
            points.dimension, [Lead(words.say(N_("Point")), list(points.dimension.members))], columns, captions=captions
        )

    def _caption(self, column: Quantity, label: str) -> str:
        words = self._making.words
        dimension, _, member = label.partition("\0")
        if not dimension:
            return words.key(column.key)
        name = (
            words.member(dimension, member)
            if not member.isdigit()
            else words.say(N_("line {number}"), number=int(member) + 1)
        )
        return f"{words.key(column.key)}, {name}"


def _is_own(quantity: Quantity) -> bool:
    """Whether a quantity is one of the sheets' own inputs."""
    return not quantity.operation and quantity.provenance is None
