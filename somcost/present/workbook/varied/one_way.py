"""The sheet of one input at a time: inputs at their low and high, the result at each, and the tornado beside it."""

from collections.abc import Sequence

from somcost.analyse.balances import Balance
from somcost.analyse.vary.answers import Answers
from somcost.analyse.vary.one_way import Bar
from somcost.cost.operations import element
from somcost.cost.quantity import Quantity
from somcost.present.language import N_
from somcost.present.workbook.blocks import Block, Text
from somcost.present.workbook.varied.cells import Cells, Content
from somcost.present.workbook.varied.making import Making
from somcost.present.workbook.varied.unroll import Setting

HEADINGS = (
    N_("Input"),
    N_("Unit"),
    N_("Low"),
    N_("As calculated"),
    N_("High"),
    N_("At low"),
    N_("At high"),
    N_("Change at low"),
    N_("Change at high"),
    N_("Range from"),
)
CHANGES = (7, 8)
"""The columns that the tornado shows."""
LEVER_OF_COURSES = ("participants", "course_size")


def one_way_blocks(making: Making, answers: Answers) -> list[Block]:
    """Give the blocks of the sheet."""
    words, result = making.varied, answers.result
    courses = making.assessment.inputs.scenario.courses is not None
    bars = [bar for bar in answers.bars if not (courses and bar.range.key.name in LEVER_OF_COURSES)]
    ends = [[_end(bar, bar.range.low), _end(bar, bar.range.high)] for bar in bars]
    names = [words.key(bar.range.key) for bar in bars]
    settings = [Setting(making.say(N_("As calculated")), {})]
    for bar, name, (low, high) in zip(bars, names, ends, strict=True):
        settings += [
            Setting(making.say(N_("{input}: low"), input=name), {bar.range.key.name: low}),
            Setting(making.say(N_("{input}: high"), input=name), {bar.range.key.name: high}),
        ]
    points = making.points(settings, [result])
    base = points.at(result, 0)
    making.balances.append(Balance("sensitivity", base, making.result(result)))
    rows: list[Sequence[Content]] = []
    for number, (bar, name, (low, high)) in enumerate(zip(bars, names, ends, strict=True)):
        at_low, at_high = (points.at(result, 2 * number + place) for place in (1, 2))
        key = bar.range.key
        rows.append(
            [
                name,
                making.words.unit(key.unit),
                low,
                element(points.inputs[key.name], 0),
                high,
                at_low,
                at_high,
                (at_low - base).named("change_at_low", base.unit),
                (at_high - base).named("change_at_high", base.unit),
                words.origin(bar.range, answers.share),
            ]
        )
    headings = [making.say(heading) for heading in HEADINGS]
    title = making.say(N_("One input at a time: {result}"), result=words.result(result))
    return [Text([title], "section"), Cells([making.say(N_("As calculated")), base], []), Cells(headings, rows)]


def _end(bar: Bar, value: float) -> Quantity:
    return Quantity(value, bar.range.key.unit, bar.range.key.name)
