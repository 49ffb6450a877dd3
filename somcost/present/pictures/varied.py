"""Answers about sensitivity as pictures: the tornado, the grid as a heat map, the cost along one key."""

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from somcost.analyse.planned import AnyAssessment
from somcost.analyse.vary.answers import Answers
from somcost.analyse.vary.break_even import BreakEven, tried
from somcost.analyse.vary.grid import Grid, vary
from somcost.analyse.vary.keys import Key
from somcost.analyse.vary.one_way import Bar
from somcost.cost.evaluate import Array
from somcost.present.language import N_
from somcost.present.numbers import Numbers
from somcost.present.pictures import (
    Axis,
    Curve,
    CurvePicture,
    Edge,
    End,
    HeatMap,
    Mark,
    Picture,
    Point,
    TornadoBar,
    TornadoPicture,
    Value,
)
from somcost.present.varied_words import VariedWords
from somcost.present.words import Words
from somcost.problems import Location, Problem, check, refuse

MOST_BARS = 15
CURVE_POINTS = 201
TWO_WAY = 2
AROUND = 2.0
"""A curve drawn for a break-even reaches past the value and the answers by their distance over this."""


@check
def grids_are_drawn_over_two_keys(scenario: str, keys: int) -> Problem:
    """A picture of a grid shows one key along a curve, or two in a heat map."""
    found = f"a grid over {keys} keys cannot be drawn"
    return Problem(Location(scenario), "", found, "Vary one key or two for a picture; --csv writes any grid.")


@check
def pictures_show_something(scenario: str, result: str) -> Problem:
    """A tornado has a bar: some input moves the result."""
    return Problem(Location(scenario), result, "no input moves it: nothing to draw", "Ask for another result.")


@dataclass(frozen=True, slots=True)
class VariedPictures:
    """Makes the pictures of one assessment's sensitivities."""

    assessment: AnyAssessment
    numbers: Numbers

    @property
    def words(self) -> VariedWords:
        """The words for what is varied."""
        return VariedWords(Words(self.assessment, self.numbers.language), self.numbers)

    def of(self, answers: Answers) -> Picture:
        """Give the picture of the answers.

        Raises:
            InputProblems: A grid over more than two keys cannot be drawn, nor what nothing moves.
        """
        if answers.grid is not None:
            return self._grid(answers.grid)
        if answers.break_even:
            return self._break_even(answers.break_even[0])
        if not answers.bars:
            refuse([pictures_show_something(self.assessment.inputs.scenario.location.file, answers.result)])
        return self.tornado(answers, most=MOST_BARS)

    def tornado(self, answers: Answers, *, most: int | None) -> TornadoPicture:
        """Give the widest bars, the widest first; of the others only how many they are."""
        result, shown = answers.result, answers.bars[:most]
        base = shown[0].base if shown else None
        return TornadoPicture(
            title=self.words.words.say(N_("One input at a time: {result}"), result=self.words.bounded(result)),
            subtitle=self._level(result),
            bars=[self._bar(bar, result) for bar in shown],
            base=self._value(result, base),
            axis=self._axis(result),
            notes=list(self._notes(answers, shown)),
        )

    def _notes(self, answers: Answers, shown: Sequence[Bar]) -> Iterator[str]:
        say = self.words.words.say
        if any(bar.range.origin == "default" for bar in shown):
            share = self.numbers.percent(answers.share)
            yield say(N_("Inputs without a stated range are moved {share} either way."), share=share)
        stated = [self.words.key(bar.range.key) for bar in shown if bar.range.origin != "default"]
        if stated:
            yield say(N_("Ranges stated by scenario or assumptions: {keys}."), keys=", ".join(stated))
        by_quantiles = [self.words.key(bar.range.key) for bar in shown if bar.range.by_quantiles]
        if by_quantiles:
            keys = ", ".join(by_quantiles)
            yield say(N_("Known by mean and deviation, moved from the 5 % to the 95 % quantile: {keys}."), keys=keys)
        if answers.undefined:
            keys = ", ".join(map(self.words.key, answers.undefined))
            yield say(N_("Not shown, since the result is not defined when they are varied: {keys}."), keys=keys)
        if len(shown) < len(answers.bars):
            rest = len(answers.bars) - len(shown)
            yield say(N_("{count} more move the result less; --all shows them."), count=rest)

    def _bar(self, bar: Bar, result: str) -> TornadoBar:
        key = bar.range.key
        low, high = self.words.value(key, bar.range.low), self.words.value(key, bar.range.high)
        ends = End(low, self._value(result, bar.at_low)), End(high, self._value(result, bar.at_high))
        return TornadoBar(self.words.key(key), *ends)

    def _grid(self, grid: Grid) -> Picture:
        result = next(iter(grid.results))
        if len(grid.axes) > TWO_WAY:
            refuse([grids_are_drawn_over_two_keys(self.assessment.inputs.scenario.location.file, len(grid.axes))])
        if len(grid.axes) < TWO_WAY:
            ((name, axis),) = grid.axes.items()
            return self._curve(grid.keys[name], result, axis, grid.results[result], base=grid.base[result])
        down, across = grid.keys.values()
        return HeatMap(
            title=self.words.bounded(result),
            subtitle=self._level(result),
            down=self._edge(down, grid.axes[down.name]),
            across=self._edge(across, grid.axes[across.name]),
            cells=[[self._value(result, float(cell)) for cell in row] for row in grid.results[result]],
            axis=self._axis(result),
        )

    def _edge(self, key: Key, axis: Array) -> Edge:
        return Edge(self.words.key(key), [self.words.value(key, float(value)) for value in axis])

    def _curve(
        self, key: Key, result: str, axis: Array, values: Array, *, base: float | None, target: Mark | None = None
    ) -> CurvePicture:
        points = [(float(x), self._value(result, float(y))) for x, y in zip(axis, values, strict=True)]
        known = key.base is not None and base is not None and axis.min() <= key.base <= axis.max()
        return CurvePicture(
            title=self.words.bounded(result),
            subtitle=self._level(result),
            curves=[Curve(self.words.result(result), points)],
            across=Axis(self.words.key(key), percent=key.unit == "share"),
            axis=self._axis(result),
            base=self._base_point(key, result, base) if known else None,
            target=target,
        )

    def _base_point(self, key: Key, result: str, base: float | None) -> Point | None:
        if key.base is None or base is None:
            return None
        text = f"{self.words.value(key, key.base)}: {self.words.figure(result, base)}"
        return Point(key.base, base, text)

    def _break_even(self, found: BreakEven) -> CurvePicture:
        """Draw the result along the key, with the target across."""
        low, high = _around(found)
        axis = [low + (high - low) * step / (CURVE_POINTS - 1) for step in range(CURVE_POINTS)]
        line = vary(self.assessment, found.key.name, axis, results=[found.result])
        label = self.words.words.say(N_("Target"))
        target = Mark(label, Value(found.target, self.words.in_full(found.result, found.target)))
        return self._curve(
            found.key,
            found.result,
            line.axes[found.key.name],
            line.results[found.result],
            base=line.base[found.result],
            target=target,
        )

    def _value(self, result: str, value: float | None) -> Value:
        if value is None or not math.isfinite(value):
            return Value(None, "–")
        return Value(value, self.words.figure(result, value))

    def _axis(self, result: str) -> Axis:
        share = result == "share_to_avoid"
        return Axis(self.words.result(result) if share else self.words.words.say(N_("kr.")), percent=share)

    def _level(self, result: str) -> str:
        """Say the price level, and the rounding of amounts."""
        words = self.words.words
        if not self.words.in_kr(result):
            return words.price_level()
        rounding = words.say(N_("rounded to {unit}"), unit=self.numbers.plain(self.numbers.unit))
        parts = [words.say(N_("kr.")), words.price_level()[:1].lower() + words.price_level()[1:]]
        text = ", ".join([*parts, rounding] if self.numbers.unit else parts)
        return text[:1].upper() + text[1:]


def _around(found: BreakEven) -> tuple[float, float]:
    """Give where a curve begins and ends that shows the value as calculated and every answer."""
    least, most = tried(found.key)
    stretched = [end for stretch in found.stretches for end in stretch]
    shown = [value for value in (found.key.base, *found.values, *found.jumps, *stretched) if value is not None]
    if not shown:
        return least, most
    low, high = min(shown), max(shown)
    margin = (high - low or abs(high)) / AROUND
    return max(low - margin, low / AROUND if low > 0 else least), min(high + margin, most)
