"""An assessment that answers again with other values of some keys, one or a million at a time."""

import math
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from functools import cached_property

import numpy as np
from numpy.typing import ArrayLike

from somcost.analyse.planned import AnyAssessment, PlanAssessment
from somcost.analyse.vary.keys import Key, asked_keys
from somcost.analyse.vary.opened import Opened
from somcost.analyse.vary.opened_plan import open_plan
from somcost.analyse.vary.opened_registrations import open_registrations
from somcost.cost.evaluate import Array, Evaluation, PutIn
from somcost.cost.quantity import Quantity
from somcost.cost.trace import Trace
from somcost.problems import InputProblems, Location, Problem, check
from somcost.validate.nearest import listed

BLOCK = 2**17
"""Cells evaluated at a time: what comes between stays in the processor's cache, and memory is bounded."""


@check
def results_stand_what_is_varied(place: Location, result: str, keys: list[str]) -> Problem:
    """A result is asked for that is defined when the keys are varied: of other participants not all is known."""
    found = f"is not defined when {listed(keys)} {'is' if len(keys) == 1 else 'are'} varied"
    return Problem(place, result, found, "Vary other keys, or ask for cost_per_participant.")


class Variation:
    """An assessment with some of its keys left open (variation).

    The lines are added up as far as the keys allow, so that an evaluation costs little however many rows were read.

    Attributes:
        assessment: What is varied.
        keys: The keys left open, by name.
        opened: The calculation with these keys left open.

    Raises:
        InputProblems: A name is no key that can be varied in the assessment.
    """

    def __init__(
        self, assessment: AnyAssessment, names: Iterable[str], *, variants: bool = True, trace: Trace | None = None
    ) -> None:
        """Leave keys open.

        Args:
            assessment: What is varied.
            names: The keys.
            variants: Whether the results of sub-periods are asked for too.
            trace: Where the quantities are known, if that is to be shared.
        """
        self.assessment = assessment
        self.keys: dict[str, Key] = asked_keys(assessment, names)
        self._trace = Trace() if trace is None else trace
        self.opened: Opened = _opened(assessment, self.keys, variants=variants)
        self._results = {name: quantity for name, quantity in self.opened.results.items() if quantity is not None}
        self._nodes = {name: self._trace.one(node) for name, node in self.opened.nodes.items()}
        self._scales = self.opened.scales

    @cached_property
    def base(self) -> dict[str, float | None]:
        """Each result as calculated, None where it is not defined."""
        return {name: _number(quantity) for name, quantity in self.opened.as_calculated().items()}

    @property
    def results(self) -> Collection[str]:
        """The results that are defined whatever the keys are set to."""
        return self._results.keys()

    def follows(self, result: str) -> bool:
        """Whether a result follows any of the open keys."""
        return self.evaluation([result]).depends(self.quantity(result))

    def quantity(self, result: str) -> Quantity:
        """Give a result's trace, in which the keys left open are quantities of their own."""
        if result not in self._results:
            place = Location(self.assessment.inputs.scenario.location.file)
            raise InputProblems([results_stand_what_is_varied(place, result, list(self.keys))])
        return self._trace.one(self._results[result])

    def scale(self, key: str) -> Array | None:
        """Give 1 for each line that a key scales and 0 for the others; None where it scales all, or is a value."""
        return self._scales.get(key)

    def node(self, key: str) -> Quantity:
        """Give the quantity of the trace that a key is put in for."""
        return self._nodes[key]

    def evaluation(self, results: Iterable[str]) -> Evaluation:
        """Prepare results for evaluation."""
        return Evaluation([self.quantity(result) for result in results], put_in=self._nodes.values())

    def put_in(self, values: Mapping[str, Array]) -> dict[Quantity, PutIn]:
        """Say how each open key's values change its quantity in the trace."""
        changes: dict[Quantity, PutIn] = {}
        scales: dict[Quantity, list[Scale]] = {}
        for name, value in values.items():
            node = self._nodes[name]
            if name in self._scales:
                factor = value / (self.keys[name].base or np.nan)
                scales.setdefault(node, []).append((self._scales[name], factor))
                continue
            change = self._change(name, value)
            before = changes.get(node)
            changes[node] = change if before is None else _both(before, change)
        return changes | {node: _scaled_by(each) for node, each in scales.items()}

    def _change(self, name: str, value: Array) -> PutIn:
        if name == "fte":
            return lambda own: own * (value / (self.keys[name].base or np.nan))
        return lambda own: value  # noqa: ARG005 - a value put in stands whatever was computed

    def at(self, values: Mapping[str, ArrayLike], results: Iterable[str] | None = None) -> dict[str, Array]:
        """Evaluate results at values of the open keys.

        Args:
            values: By key, numbers or arrays that broadcast together; every open key has one.
            results: Names of results; all that are defined if none are named.

        Returns:
            By result, an array of the values' common shape; not a number where a result is not defined there.
        """
        arrays = {name: np.asarray(value, dtype=np.float64) for name, value in values.items()}
        axes = max([1, *(array.ndim for array in arrays.values())])
        arrays = {name: array.reshape((1,) * (axes - array.ndim) + array.shape) for name, array in arrays.items()}
        shape = np.broadcast_shapes(*(array.shape for array in arrays.values()))
        wanted = list(self._results if results is None else results)
        defined = [name for name in wanted if name in self._results]
        by_name = {name: np.empty(shape) if name in self._results else np.full(shape, np.nan) for name in wanted}
        evaluation = self.evaluation(defined)
        for rows in _blocks(shape):
            part = {name: array[rows] if len(array) > 1 else array for name, array in arrays.items()}
            found = evaluation.at(self.put_in(part), axes=axes)
            for name, value in zip(defined, found, strict=True):
                by_name[name][rows] = value
        return by_name


def _blocks(shape: tuple[int, ...]) -> Iterator[slice]:
    """Cut the first axis so that each part holds about a block of cells."""
    rows = max(1, BLOCK // max(math.prod(shape[1:]), 1))
    return (slice(start, start + rows) for start in range(0, shape[0], rows))


def _opened(assessment: AnyAssessment, keys: Mapping[str, Key], *, variants: bool) -> Opened:
    if isinstance(assessment, PlanAssessment):
        return open_plan(assessment, keys)
    return open_registrations(assessment, keys, variants=variants)


def _number(quantity: Quantity | None) -> float | None:
    if quantity is None:
        return None
    number = float(quantity.value)
    return number if np.isfinite(number) else None


Scale = tuple[Array | None, Array]
"""1 for the lines that are scaled and 0 for the others (None for all), and by what."""


def _scaled_by(scales: Sequence[Scale]) -> PutIn:
    """Scale lines by the factors that are theirs, line by line: each is multiplied by its own and by no others."""

    def scaled(own: Array) -> Array:
        out = np.empty((len(own), *np.broadcast_shapes(*(factor.shape for _, factor in scales))))
        for number, (line, into) in enumerate(zip(own, out, strict=True)):
            into[...] = line
            for mask, factor in scales:
                if mask is None or mask[number]:
                    np.multiply(into, factor, out=into)
        return out

    return scaled


def _both(first: PutIn, second: PutIn) -> PutIn:
    return lambda own: second(first(own))
