"""Comparisons as pictures: the waterfall from one assessment to another, and the spread over several."""

from collections.abc import Mapping

from somcost.analyse.compare.by_site import NOT_STATED
from somcost.analyse.compare.decomposition import Decomposition
from somcost.analyse.compare.spread import Spread
from somcost.present.compared_words import ComparedWords
from somcost.present.language import N_
from somcost.present.pictures.data import Part, Site, SpreadPicture, WaterfallPicture
from somcost.present.pictures.parts import Axis, Mark, Value

NARROW = 0.25
"""A waterfall whose levels differ by less than this share of them does not begin at 0, and says so."""


def waterfall(said: ComparedWords, found: Decomposition) -> WaterfallPicture:
    """Give the waterfall of a difference: where it starts, what each cause adds, where it ends."""
    say, result = said.words.say, found.result
    levels = [level for step in found.steps for level in (step.begin, step.end)][1:-1]
    spread = max(levels) - min(level for level in levels if level) if any(levels) else 0.0
    return WaterfallPicture(
        title=say(N_("Why they differ: {result}"), result=said.varied.result(result)),
        subtitle=said.level(found.price_level),
        start=Part(found.names[0], _value(said, result, found.start)),
        parts=[
            Part(said.factor(part.factor), Value(part.amount, said.signed(result, part.amount)))
            for part in found.parts
            if part.differs
        ],
        end=Part(found.names[1], _value(said, result, found.end)),
        axis=Axis(say(N_("kr."))),
        notes=[said.method(found)],
        from_zero=spread > NARROW * max(abs(found.start), abs(found.end)),
    )


def spread_of_sites(
    said: ComparedWords, spread: Spread, values: Mapping[str, float | None], *, result: str = "cost_per_participant"
) -> SpreadPicture:
    """Give the unit costs of sites or municipalities as dots, with both means."""
    say = said.words.say
    means = {N_("Mean"): spread.mean_of_ratios, N_("Sum over sum"): spread.ratio_of_sums}
    return SpreadPicture(
        title=say(N_("Spread: {result}"), result=said.varied.result(result)),
        sites=[
            Site(_name(said, name), _value(said, result, value), name in spread.outliers)
            for name, value in values.items()
        ],
        axis=Axis(say(N_("kr."))),
        means=[Mark(say(name), _value(said, result, value)) for name, value in means.items() if value is not None],
    )


def _name(said: ComparedWords, site: str) -> str:
    return said.words.member("site", "not_stated") if site == NOT_STATED else site


def _value(said: ComparedWords, result: str, value: float | None) -> Value:
    return Value(value, said.varied.figure(result, value))
