"""The answers to one question about sensitivity, together."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from somcost.analyse.assessment import Assessment
from somcost.analyse.planned import AnyAssessment
from somcost.analyse.vary.break_even import BreakEven, break_even
from somcost.analyse.vary.extremes import Extremes, Marginal, best_and_worst, marginal_cost
from somcost.analyse.vary.grid import Grid, grid
from somcost.analyse.vary.keys import Key, asked_keys, keys_of
from somcost.analyse.vary.one_way import Bar, one_way, widest_first
from somcost.analyse.vary.ranges import ranges_of
from somcost.cost.evaluate import Array
from somcost.problems import InputProblems, Location, Problem, check


@dataclass(frozen=True, slots=True, eq=False)
class Answers:
    """What was asked and found; a part that was not asked for is empty or None.

    Attributes:
        result: The result asked about.
        share: How far inputs without a stated range were moved.
        bars: One input at a time, the widest swing first.
        keys: What can be varied.
        undefined: Inputs under which the result is not defined, so that they have no bar.
    """

    result: str
    share: float
    bars: Sequence[Bar] = ()
    extremes: Extremes | None = None
    marginal: Marginal | None = None
    grid: Grid | None = None
    break_even: Sequence[BreakEven] = field(default_factory=tuple)
    keys: Sequence[Key] = ()
    undefined: Sequence[Key] = ()

    @property
    def is_one_way(self) -> bool:
        """Whether it was asked what each input alone moves."""
        return self.grid is None and not self.break_even and not self.keys

    def as_dict(self) -> dict[str, Any]:
        """Give the answers as plain data; only what was asked for."""
        plain: dict[str, Any] = {"result": self.result}
        if self.bars or self.is_one_way:
            plain["share_where_no_range_is_stated"] = self.share
            plain["one_way"] = [bar.as_dict() for bar in self.bars]
        if self.undefined:
            plain["not_defined_when_varied"] = [key.name for key in self.undefined]
        for name, part in (("best_and_worst", self.extremes), ("marginal_cost", self.marginal), ("grid", self.grid)):
            if part is not None:
                plain[name] = part.as_dict()
        if self.keys:
            plain["keys"] = [{"key": key.name, "unit": key.unit, "value": key.base} for key in self.keys]
        if self.break_even:
            plain["break_even"] = [found.as_dict() for found in self.break_even]
        return plain


@check
def targets_are_stated(place: Location) -> Problem:
    """A break-even has a target: a number, or the scenario's alternative."""
    return Problem(
        place, "alternative", "there is no target to break even with", "Give --target, or state alternative."
    )


def what_can_be_varied(assessment: AnyAssessment, *, result: str, share: float) -> Answers:
    """Answer which keys there are, with their values as they are."""
    return Answers(result=result, share=share, keys=tuple(keys_of(assessment).values()))


def one_at_a_time(assessment: AnyAssessment, *, result: str, share: float) -> Answers:
    """Answer what moves a result: each input alone, all together, one more participant."""
    every = one_way(assessment, result=result, ranges=ranges_of(assessment, share=share))
    return Answers(
        result=result,
        share=share,
        bars=widest_first(every),
        extremes=best_and_worst(assessment, result=result, share=share),
        marginal=marginal_cost(assessment),
        undefined=tuple(bar.range.key for bar in every if bar.at_low is None or bar.at_high is None),
    )


def in_a_grid(assessment: AnyAssessment, axes: Mapping[str, Array], *, results: Sequence[str], share: float) -> Answers:
    """Answer what results are at every combination of values."""
    return Answers(result=results[0], share=share, grid=grid(assessment, axes, results=results))


def where_it_breaks_even(
    assessment: AnyAssessment, keys: Sequence[str], *, result: str, target: float | None, share: float
) -> Answers:
    """Answer at which value of each key a result meets a target.

    Raises:
        InputProblems: A key cannot be varied, or there is no target.
    """
    asked_keys(assessment, keys)
    alternative = assessment.costing.alternative if isinstance(assessment, Assessment) else None
    stated = target is not None
    if target is None:
        if alternative is None:
            raise InputProblems([targets_are_stated(Location(assessment.inputs.scenario.location.file))])
        target = float(alternative.value)
    found = (break_even(assessment, key, target=target, result=result) for key in keys)
    each = tuple(replace(answer, is_alternative=not stated) for answer in found)
    return Answers(result=result, share=share, break_even=each)
