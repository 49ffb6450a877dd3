"""Sensitivities as tables: one input at a time, grids, break-even, best and worst case, one more participant."""

import itertools
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from rich.console import Console

from somcost.analyse.planned import AnyAssessment
from somcost.analyse.vary.answers import Answers
from somcost.analyse.vary.break_even import BreakEven, just_over
from somcost.analyse.vary.extremes import Case, Extremes, Marginal
from somcost.analyse.vary.grid import Grid
from somcost.analyse.vary.keys import Key
from somcost.present.language import N_
from somcost.present.numbers import Numbers
from somcost.present.pictures.varied import VariedPictures
from somcost.present.terminal.analysis import print_analysis
from somcost.present.terminal.bars import text_bars
from somcost.present.terminal.view import Block, Lines, Table, View
from somcost.present.varied_table import grids_fit_where_they_are_shown, is_large
from somcost.present.varied_words import VariedWords
from somcost.present.words import Words
from somcost.problems import refuse

MOST_COLUMNS = 8
TWO_WAY = 2


@dataclass(frozen=True, slots=True)
class Varied:
    """Makes the tables of one assessment's sensitivities."""

    view: View

    @property
    def words(self) -> VariedWords:
        """The words for what is varied."""
        return VariedWords(self.view.words, self.view.numbers)

    def say(self, message: str, *names: object, **words: object) -> str:
        """Say a text."""
        return self.view.words.say(message, *names, **words)

    def heading(self, title: str, result: str) -> str:
        """Write a heading: price level and rounding where the result is an amount."""
        return self.view.heading(title) if self.words.in_kr(result) else title

    def grid(self, grid: Grid) -> Iterator[Block]:
        """Give a grid: a row a value for one key, a table a result for two, a row a cell for more."""
        if len(grid.axes) == TWO_WAY and len(list(grid.axes.values())[1]) <= MOST_COLUMNS:
            for result in grid.results:
                yield self._two_way(grid, result)
        else:
            yield self._long(grid)

    def _two_way(self, grid: Grid, result: str) -> Table:
        down, across = grid.keys.values()
        cells = grid.results[result]
        rows = [
            [self.words.value(down, value), *(self.words.figure(result, float(cell)) for cell in row)]
            for value, row in zip(grid.axes[down.name], cells, strict=True)
        ]
        corner = f"{self.words.key(down)} ↓ {self.words.key(across)} →"
        headings = [corner, *(self.words.value(across, value) for value in grid.axes[across.name])]
        return Table(self.heading(self.words.bounded(result), result), headings, rows, self._base(grid, result))

    def _base(self, grid: Grid, result: str) -> list[str]:
        figure = self.words.figure(result, grid.base[result])
        return [self.say(N_("As calculated: {figure}"), figure=figure)]

    def _long(self, grid: Grid) -> Table:
        places = itertools.product(*(range(len(axis)) for axis in grid.axes.values()))
        rows = [
            [
                *(
                    self.words.value(key, float(axis[number]))
                    for key, axis, number in zip(grid.keys.values(), grid.axes.values(), place, strict=True)
                ),
                *(self.words.figure(name, float(cells[place])) for name, cells in grid.results.items()),
            ]
            for place in places
        ]
        headings = [*map(self.words.key, grid.keys.values()), *map(self.words.bounded, grid.results)]
        notes = [note for result in grid.results for note in self._base(grid, result)]
        return Table(self.view.heading(self.say(N_("Sensitivity"))), headings, rows, notes, words=())

    def keys(self, keys: Sequence[Key]) -> Table:
        """Give what can be varied, by its key."""
        rows = [[key.name, self.words.value(key, key.base), self.words.words.unit(key.unit)] for key in keys]
        headings = [self.say(N_("Key")), self.say(N_("As calculated")), self.say(N_("Unit"))]
        return Table(self.say(N_("What can be varied")), headings, rows, words=(0, 2), keys=True)

    def break_even(self, found: BreakEven) -> Block:
        """Give the values at which a result meets its target, or say that there is none."""
        target = self.words.in_full(found.result, found.target)
        title = self.say(N_("Break-even: {result} = {target}"), result=self.words.bounded(found.result), target=target)
        name = self.words.key(found.key)
        tried = " … ".join(self._precise(found.key, end) for end in (found.low, found.high))
        lines = [(name, self._precise(found.key, value)) for value in found.values]
        lines += [
            (name, self.say(N_("everywhere from {low} to {high}"), low=low, high=high))
            for low, high in ([self._precise(found.key, end) for end in each] for each in found.stretches)
        ]
        jumps = [
            (name, self.say(N_("jumps past it at {value}"), value=self._precise(found.key, each)))
            for each in found.jumps
        ]
        none = [] if lines or jumps else [(name, self.say(N_("meets it nowhere from {tried}"), tried=tried))]
        now = [(self.say(N_("As calculated")), self._precise(found.key, found.key.base))]
        level = f" ({self.say(N_('kr.'))}, {self.view.price_level()})" if self.words.in_kr(found.result) else ""
        return Lines(title + level, [*lines, *jumps, *none, *now])

    def _precise(self, key: Key, value: float | None) -> str:
        if value is None:
            return "–"
        full = just_over(key, value)
        if full is not None:
            return self.say(N_("just over {value}"), value=self._precise(key, full))
        if key.unit == "share":
            sign = "+" if key.name == "wages" and value > 0 else ""
            return f"{sign}{self.view.numbers.plain(100 * value, 2)} %"
        return self.view.numbers.plain(value, 2)

    def nothing_moves(self, result: str) -> Block:
        """Say that no input moves the result."""
        none = self.say(N_("No input moves it within its range."))
        return Lines(self.say(N_("One input at a time: {result}"), result=self.words.bounded(result)), [("", none)])

    def extremes(self, found: Extremes, share: float) -> Block:
        """Give the best and worst case, with how they come about."""
        lines = [
            (self.say(N_("Lowest")), self._case(found, found.lowest)),
            (self.say(N_("As calculated")), self.words.figure(found.result, found.base)),
            (self.say(N_("Highest")), self._case(found, found.highest)),
        ]
        title = self.say(N_("Several inputs at once: {result}"), result=self.words.bounded(found.result))
        if found.stated:
            moved = self.say(N_("The inputs with a stated range; the others stay as calculated."))
        else:
            text = N_("These inputs, {share} either way since no range is stated; the others stay as calculated.")
            moved = self.say(text, share=self.view.numbers.percent(share))
        lines.append((self.say(N_("Moved")), moved))
        return Lines(self.heading(title, found.result), lines)

    def _case(self, found: Extremes, case: Case) -> str:
        settings = ", ".join(
            f"{self.words.key(key)} {self.words.value(key, case.at[name])}" for name, key in found.keys.items()
        )
        return f"{self.words.figure(found.result, case.value)} ({settings})"

    def marginal(self, found: Marginal) -> Block:
        """Give the cost of one more participant beside the average."""
        lines = [
            (self.say(N_("Average")), self.view.numbers.kr(found.average)),
            (self.say(N_("Marginal, the next one")), self.view.numbers.kr(found.marginal)),
        ]
        return Lines(self.view.heading(self.say(N_("Average and marginal cost per {one}"))), lines)


def print_answers(
    assessment: AnyAssessment, answers: Answers, console: Console, *, numbers: Numbers, most: int | None
) -> None:
    """Print what a question about sensitivity found (følsomhed).

    Raises:
        InputProblems: A grid has more cells than a terminal shows.
    """
    words = Words(assessment, numbers.language)
    view = View(assessment, assessment.as_dict(), words, numbers)
    if answers.grid is not None and is_large(answers.grid):
        scenario = assessment.inputs.scenario.location.file
        refuse([grids_fit_where_they_are_shown(scenario, answers.grid.cells)])
    print_analysis(view, _blocks(assessment, Varied(view), answers, most), console)


def _blocks(assessment: AnyAssessment, varied: Varied, answers: Answers, most: int | None) -> Iterator[Block]:
    if answers.is_one_way and not answers.bars:
        yield varied.nothing_moves(answers.result)
    if answers.bars:
        tornado = VariedPictures(assessment, varied.view.numbers).tornado(answers, most=most)
        yield from text_bars(tornado, language=varied.words.words.language)
    if answers.extremes is not None:
        yield varied.extremes(answers.extremes, answers.share)
    if answers.marginal is not None:
        yield varied.marginal(answers.marginal)
    if answers.grid is not None:
        yield from varied.grid(answers.grid)
    if answers.keys:
        yield varied.keys(answers.keys)
    for found in answers.break_even:
        yield varied.break_even(found)
