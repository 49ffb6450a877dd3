"""The table of points: what each open key is set to, point by point, and every step to the results beside it."""

from collections.abc import Collection, Iterator, Sequence

import numpy as np

from somcost.analyse.planned import AnyAssessment
from somcost.analyse.vary.variation import Variation
from somcost.cost.operations import element, total_of
from somcost.cost.quantity import Quantity
from somcost.cost.trace import Trace, steps
from somcost.model.dimensions import Dimension
from somcost.present.workbook.varied.unroll import Setting, Unrolled

POINT = "point"


class Points:
    """Settings of some keys, and the results at each.

    Attributes:
        dimension: The points.
        inputs: By key, what it is set to, over the points.
        results: By name, a result over the points.
        columns: Every step between them, with the member it is of.
        rests_on: The quantities that keep their value and stand elsewhere in the workbook.
    """

    def __init__(
        self,
        assessment: AnyAssessment,
        settings: Sequence[Setting],
        *,
        results: Sequence[str],
        trace: Trace,
    ) -> None:
        keys = list(dict.fromkeys(name for setting in settings for name in setting.values))
        self._trace = trace
        variants = any(result.startswith("variants.") for result in results)
        self.variation = Variation(assessment, keys, variants=variants, trace=trace)
        self.dimension = Dimension(POINT, [setting.label for setting in settings])
        base = {name: self._base(name) for name in keys if self._is_apart(name)}
        evaluation = self.variation.evaluation(results)
        unrolled = Unrolled(self.variation, evaluation, self.dimension, settings, base)
        self.results = {name: unrolled.result(name) for name in results}
        self.inputs, self.columns = unrolled.inputs, unrolled.columns
        self.rests_on = list(self._constants({id(level) for level in unrolled.levels}))

    def _is_apart(self, name: str) -> bool:
        """Whether what a key is as calculated is not the quantity it is put in for."""
        return name in ("participants", "fte") or bool(self.variation.keys[name].lines)

    def _base(self, name: str) -> Quantity:
        """Give the participants a year, the average staff, or the sum of what a key scales."""
        known = self.variation.opened.bases()
        if name in known:
            quantity = known[name]
            if quantity is None:
                raise AssertionError(f"{name} can be varied where it is known")
            return self._trace.one(quantity)
        node, mask = self.variation.node(name), self.variation.scale(name)
        members = range(len(np.atleast_1d(node.value)))
        return total_of([element(node, member) for member in members if mask is None or mask[member]])

    def _constants(self, levels: Collection[int]) -> Iterator[Quantity]:
        """Give what the points rest on that rests on no point itself, and is no level they are set to."""
        moving: set[int] = set()
        for quantity in steps([*self.results.values(), *self.inputs.values()]):
            over_points = quantity.dimension is not None and quantity.dimension.name == POINT
            if over_points or any(id(operand) in moving for operand in quantity.operands):
                moving.add(id(quantity))
            elif quantity.key and id(quantity) not in levels:
                yield quantity

    def at(self, result: str, point: int) -> Quantity:
        """Give a result at a point; it must follow what is changed at any of them."""
        return element(self.results[result], point)

    def moves(self, result: str) -> bool:
        """Whether a result follows what is changed at any of the points."""
        return self.results[result].dimension is self.dimension
