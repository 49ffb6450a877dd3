"""The sheet of one input at a time: inputs at their low and high, the result at each, and the tornado beside it."""

from collections.abc import Callable, Sequence

from somcost.analyse.balances import Balance
from somcost.analyse.vary.answers import Answers
from somcost.analyse.vary.keys import Key
from somcost.analyse.vary.ranges import Range
from somcost.cost.operations import element
from somcost.cost.quantity import Quantity
from somcost.model.uncertainty import Change
from somcost.present.language import N_
from somcost.present.workbook.blocks import Block, Text
from somcost.present.workbook.varied.cells import Cells, Content
from somcost.present.workbook.varied.making import Making
from somcost.present.workbook.varied.unroll import Level, Setting

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
    share = Quantity(answers.share, "share", "share_either_way")
    ends = [_levels(bar.range, share) for bar in bars]
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
    for number, (bar, name) in enumerate(zip(bars, names, strict=True)):
        at_low, at_high = (points.at(result, 2 * number + place) for place in (1, 2))
        key = bar.range.key
        low, high = (points.inputs[key.name].operands[2 * number + place] for place in (1, 2))
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
    title = making.say(N_("One input at a time: {result}"), result=words.bounded(result))
    above: list[Sequence[Content]] = [[making.say(N_("As calculated")), base]]
    if any(bar.range.origin == "default" for bar in bars):
        above.append([making.say(N_("Moved either way where no range is stated")), share])
    return [Text([title], "section"), *(Cells(line, [], gap=0) for line in above), Cells(headings, rows)]


def _levels(found: Range, share: Quantity) -> tuple[Level, Level]:
    """Give what an input is set to at its low and high: a value, or what a stated change makes of its own."""
    if found.changes is None:
        return _value(found.key, found.low), _value(found.key, found.high)
    if found.origin == "default":
        return _moved(found.key, lambda whole: whole - share), _moved(found.key, lambda whole: whole + share)
    low, high = (_changed(found.key, change) for change in found.changes)
    return low, high


def _changed(key: Key, change: Change) -> Level:
    if change.how != "percent":
        return _value(key, change.amount)
    return _moved(key, lambda whole: Quantity(whole + change.amount))


def _moved(key: Key, by: Callable[[int], Quantity]) -> Level:
    """Give a share more or less of a value; a change of wages is that share itself."""
    if key.name == "wages":
        return by(0).named(key.name, key.unit)
    return lambda own: (own * by(1)).named(key.name, key.unit)


def _value(key: Key, value: float) -> Quantity:
    return Quantity(value, key.unit, key.name)
