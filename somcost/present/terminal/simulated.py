"""A simulation: how sure the results are, what they rest on, and which inputs the uncertainty comes from."""

from collections.abc import Iterator

from rich.console import Console

from somcost.analyse.planned import AnyAssessment
from somcost.analyse.simulate.contributions import Contributions
from somcost.analyse.simulate.estimates import Estimate
from somcost.analyse.simulate.outcome import Outcome
from somcost.analyse.simulate.simulation import Simulation
from somcost.present.language import N_
from somcost.present.numbers import Numbers
from somcost.present.pictures.simulated import distribution
from somcost.present.simulated_words import SimulatedWords
from somcost.present.terminal.analysis import print_analysis
from somcost.present.terminal.bars import text_bars
from somcost.present.terminal.view import MISSING, Block, Lines, Table, View
from somcost.present.words import Words

UNSTATED = N_("No range is stated anywhere: the figures show what such ranges would mean, not how sure the result is.")

STATED = N_("Inputs without a stated range stay as calculated.")


def print_simulation(assessment: AnyAssessment, found: Simulation, console: Console, *, numbers: Numbers) -> None:
    """Print a simulation (Monte Carlo-simulering)."""
    words = Words(assessment, numbers.language)
    view = View(assessment, assessment.as_dict(), words, numbers)
    print_analysis(view, _Simulated(view, found).blocks(), console)


class _Simulated:
    def __init__(self, view: View, found: Simulation) -> None:
        self.view, self.found = view, found
        self.said = SimulatedWords(view.words, view.numbers, found)
        self.varied = self.said.varied
        self.say = view.words.say

    def blocks(self) -> Iterator[Block]:
        for name, outcome in self.found.results.items():
            yield self._outcome(name, outcome)
        name, first = next(iter(self.found.results.items()))
        if first.mean is not None:
            yield from text_bars(
                distribution(self.varied, name, first, subtitle=self.view.price_level()),
                language=self.view.numbers.language,
            )
        for name, contributions in self.found.contributions.items():
            yield self._contributions(name, contributions)
        yield self._inputs()
        yield Lines(self.say(N_("How it was done")), list(self.said.method()))

    def _heading(self, title: str, name: str) -> str:
        return self.view.heading(title) if self.varied.in_kr(name) else title

    def _outcome(self, name: str, outcome: Outcome) -> Table:
        rows = [[self.say(N_("As calculated")), self.varied.figure(name, outcome.value), ""]]
        rows += [self._row(label, name, each) for label, each in self.said.estimates(outcome)]
        if outcome.threshold is not None:
            limit = self.varied.in_full(name, outcome.threshold)
            chance = outcome.probability
            told = MISSING if chance is None else self.view.numbers.percent(chance.value, decimals=1)
            error = MISSING if chance is None else self.view.numbers.percent(chance.error, decimals=2)
            rows.append([self.say(N_("Chance to exceed {limit}"), limit=limit), told, error])
        notes = []
        if outcome.undefined:
            text = N_("{count} draws do not define the result; the figures are of the others.")
            notes.append(self.say(text, count=self.view.numbers.plain(outcome.undefined)))
        title = self.say(N_("Simulated: {result}"), result=self.varied.bounded(name))
        return Table(self._heading(title, name), ["", "", self.say(N_("± standard error"))], rows, notes)

    def _row(self, label: str, name: str, each: Estimate | None) -> list[str]:
        if each is None:
            return [label, MISSING, MISSING]
        error = MISSING if each.error != each.error else self._error(name, each.error)
        return [label, self.varied.figure(name, each.value), error]

    def _error(self, name: str, error: float) -> str:
        """Write an error to the krone: it is small where there are draws enough."""
        return self.view.numbers.plain(error) if self.varied.in_kr(name) else self.view.numbers.plain(error, 3)

    def _contributions(self, name: str, found: Contributions) -> Table:
        rows = []
        for each in found.each:
            ranks = [each.rank_correlations.get(key) for key in each.inputs]
            rank = MISSING if ranks[0] is None else self.view.numbers.plain(ranks[0], 2)
            rows.append(
                [
                    "; ".join(map(self.said.key, each.inputs)),
                    *(self._share(part) for part in (each.first, each.total)),
                    rank,
                ]
            )
        headings = [N_("Input"), N_("Alone"), N_("With the others"), N_("Rank correlation")]
        title = self.say(N_("Where the variance comes from: {result}"), result=self.varied.result(name))
        note = self.say(
            N_("Sobol' indices; inputs that move together stand together, with the first one's rank correlation.")
        )
        return Table(title, [self.say(each) for each in headings], rows, [note])

    def _share(self, part: Estimate | None) -> str:
        if part is None:
            return MISSING
        return f"{self.view.numbers.percent(part.value)} ± {self.view.numbers.percent(part.error, decimals=1)}"

    def _inputs(self) -> Table:
        rows = []
        for name, each in self.found.joint.ranges.items():
            ends = f"{self.varied.value(each.key, _known(each.low))} … {self.varied.value(each.key, _known(each.high))}"
            rows.append([self.said.key(name), self.said.form(each), ends, self.said.origin(each)])
        headings = [N_("Input"), N_("Distribution"), N_("Range"), N_("Range from")]
        notes = [self.say(STATED if self.found.stated else UNSTATED)]
        headings = [self.say(each) for each in headings]
        return Table(self.say(N_("Inputs that are drawn")), headings, rows, notes, words=(0, 1, 2, 3))


def _known(value: float) -> float | None:
    return None if value != value else value  # noqa: PLR0124 - not a number where no end is stated
