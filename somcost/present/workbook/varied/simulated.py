"""The sheet of a simulation: its figures and its settings as values, which nothing in the file moves."""

from collections.abc import Iterator, Sequence

from somcost.analyse.simulate.estimates import Estimate
from somcost.analyse.simulate.outcome import Outcome
from somcost.analyse.simulate.simulation import Simulation
from somcost.present.language import N_
from somcost.present.numbers import Numbers
from somcost.present.simulated_words import SimulatedWords
from somcost.present.workbook.blocks import Block, Text
from somcost.present.workbook.sheets import Sheet, heading
from somcost.present.workbook.varied.cells import Cells, Content, Figure
from somcost.present.workbook.words import Words


def simulated_sheet(found: Simulation, words: Words) -> Sheet:
    """Give the sheet: each result, the inputs that were drawn, where the variance comes from, and the settings."""
    say, said = words.say, SimulatedWords(words, Numbers(words.language, 1), found)
    title = say(N_("Simulation"))
    told = say(N_("The figures of this sheet are values: they do not follow a change in the file."))
    blocks: list[Block] = [*heading(words, title, [told])]
    for name, outcome in found.results.items():
        headings = [said.varied.bounded(name), say(N_("Value")), say(N_("Standard error"))]
        blocks.append(Cells(headings, list(_outcome(said, outcome))))
    blocks.append(Text([say(N_("Inputs that are drawn"))], "section"))
    headings = [N_("Input"), N_("Distribution"), N_("Low"), N_("High"), N_("Range from")]
    blocks.append(Cells([say(each) for each in headings], list(_inputs(said))))
    for name, contributions in found.contributions.items():
        text = say(N_("Where the variance comes from: {result}"), result=said.varied.result(name))
        headings = [N_("Input"), N_("Alone"), N_("With the others"), N_("Rank correlation")]
        rows: list[Sequence[Content]] = [
            [
                "; ".join(map(said.key, each.inputs)),
                _value(each.first, "share"),
                _value(each.total, "share"),
                Figure(next(iter(each.rank_correlations.values()), None)),
            ]
            for each in contributions.each
        ]
        blocks += [Text([text], "section"), Cells([say(heading) for heading in headings], rows)]
    blocks.append(Text([say(N_("How it was done"))], "section"))
    settings = [*said.method(), (say(N_("Quantiles")), say(N_("linear between two draws (Hyndman and Fan, type 7)")))]
    blocks.append(Cells([say(N_("Setting")), say(N_("Value"))], [[name, value] for name, value in settings]))
    return Sheet(title, blocks, widths=(52, 20, 20, 20, 30))


def _value(each: Estimate | None, unit: str) -> Figure:
    return Figure(None if each is None else each.value, unit)


def _outcome(said: SimulatedWords, outcome: Outcome) -> Iterator[Sequence[Content]]:
    unit = outcome.unit
    yield [said.say(N_("As calculated")), Figure(outcome.value, unit), None]
    for label, each in said.estimates(outcome):
        yield [label, _value(each, unit), Figure(None if each is None else each.error, unit)]
    if outcome.threshold is not None:
        yield [said.say(N_("Limit")), Figure(outcome.threshold, unit), None]
        chance = outcome.probability
        error = Figure(None if chance is None else chance.error, "share")
        yield [said.say(N_("Chance to exceed it")), _value(chance, "share"), error]


def _inputs(said: SimulatedWords) -> Iterator[Sequence[Content]]:
    for name, each in said.found.joint.ranges.items():
        unit = each.key.unit
        yield [said.key(name), said.form(each), Figure(each.low, unit), Figure(each.high, unit), said.origin(each)]
