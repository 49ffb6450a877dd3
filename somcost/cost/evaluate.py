"""The same trace with other numbers put in: a grid, a range or a hundred thousand draws at once.

A value put in is an array of any shape; all of them broadcast together. In what comes out, a scalar has that shape,
and a quantity over a dimension has its members on an axis before it.
"""

from collections.abc import Callable, Collection, Mapping, Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from somcost.cost.operations import WHOLE_DECIMALS, month_position
from somcost.cost.quantity import ARITHMETIC, Quantity
from somcost.cost.trace import steps
from somcost.model.dimensions import MISSING

Array = NDArray[np.float64]
PutIn = Callable[[Array], Array]
"""Gives a quantity's changed value from the value it has by its formula."""


class Evaluation:
    """Quantities to be evaluated again and again with other values put in for some of those they rest on.

    Only what depends on these is computed again; every other quantity keeps its value.
    """

    def __init__(self, roots: Sequence[Quantity], *, put_in: Collection[Quantity]) -> None:
        self.roots = tuple(roots)
        self._changed = {id(quantity) for quantity in put_in}
        moving = set(self._changed)
        self._steps: list[Quantity] = []
        for quantity in steps(self.roots):
            if any(id(operand) in moving for operand in quantity.operands):
                moving.add(id(quantity))
            if id(quantity) in moving:
                self._steps.append(quantity)
        self._moving = moving
        self._last_use = _last_uses(self._steps, keep={id(root) for root in self.roots})

    def depends(self, root: Quantity) -> bool:
        """Whether a quantity follows any of those put in."""
        return id(root) in self._moving

    def at(self, put_in: Mapping[Quantity, PutIn], *, axes: int = 1) -> list[Array]:
        """Evaluate the roots with values put in.

        Args:
            put_in: How the value of each quantity named at the start changes.
            axes: Number of axes of the values put in.

        Returns:
            One array a root, in their order.
        """
        changes = {id(quantity): change for quantity, change in put_in.items()}
        values: dict[int, Any] = {}

        def value(quantity: Quantity) -> Any:
            known = values.get(id(quantity))
            return _spread(quantity, axes) if known is None else known

        for number, quantity in enumerate(self._steps):
            operands = [value(operand) for operand in quantity.operands]
            again = any(id(operand) in values for operand in quantity.operands)
            own = OPERATIONS[quantity.operation](operands, quantity, axes) if again else _spread(quantity, axes)
            change = changes.get(id(quantity))
            values[id(quantity)] = own if change is None else change(own)
            for done in self._last_use.get(number, ()):
                values.pop(done, None)
        return [np.asarray(value(root), dtype=np.float64) for root in self.roots]


def _last_uses(order: Sequence[Quantity], *, keep: Collection[int]) -> dict[int, list[int]]:
    """Give, by step, the quantities that no later step needs, so that their memory can be used again."""
    last = {id(operand): number for number, quantity in enumerate(order) for operand in quantity.operands}
    done: dict[int, list[int]] = {}
    for identity, number in last.items():
        if identity not in keep:
            done.setdefault(number, []).append(identity)
    return done


def _spread(quantity: Quantity, axes: int) -> Any:
    """Give a quantity's own value so that it goes with values of so many axes."""
    if quantity.dimension is None:
        return quantity.value
    return np.asarray(quantity.value).reshape(-1, *(1,) * axes)


def _members(operand: Any, quantity: Quantity, axes: int) -> Any:
    """Give an operand that runs over a dimension its members' axis, also where all members share one value."""
    (own,) = quantity.operands
    if np.ndim(operand) > axes or own.dimension is None:
        return operand
    return np.broadcast_to(operand, (len(own.dimension), *np.shape(operand)))


def _arithmetic(operation: str) -> Callable[[list[Any], Quantity, int], Any]:
    def evaluate(operands: list[Any], quantity: Quantity, axes: int) -> Any:
        del quantity, axes
        return ARITHMETIC[operation](*operands)

    return evaluate


def _sum(operands: list[Any], quantity: Quantity, axes: int) -> Any:
    return np.add.reduce(_members(operands[0], quantity, axes), axis=0)


def _mean(operands: list[Any], quantity: Quantity, axes: int) -> Any:
    if len(operands) > 1:
        return sum(operands[1:], operands[0]) / len(operands)
    return np.mean(_members(operands[0], quantity, axes), axis=0)


def _sum_by(operands: list[Any], quantity: Quantity, axes: int) -> Any:
    category = quantity.detail
    values = _members(operands[0], quantity, axes)
    sums = np.zeros((len(category.groups), *values.shape[1:]))
    for row, code in enumerate(category.codes):
        if code != MISSING:
            sums[code] += values[row]
    return sums


def _look_up(operands: list[Any], quantity: Quantity, axes: int) -> Any:
    return _members(operands[0], quantity, axes)[quantity.detail.codes]


def _element(operands: list[Any], quantity: Quantity, axes: int) -> Any:
    return _members(operands[0], quantity, axes)[quantity.detail]


def _stack(operands: list[Any], quantity: Quantity, axes: int) -> Any:
    del quantity
    shape = np.broadcast_shapes((1,) * axes, *(np.shape(operand) for operand in operands))
    return np.stack([np.broadcast_to(operand, shape) for operand in operands])


def _otherwise(operands: list[Any], quantity: Quantity, axes: int) -> Any:
    del quantity, axes
    values, replacement = operands
    return np.where(np.isnan(values), replacement, values)


def _round_up(operands: list[Any], quantity: Quantity, axes: int) -> Any:
    del quantity, axes
    return np.ceil(np.round(operands[0], WHOLE_DECIMALS))


def _month_position(operands: list[Any], quantity: Quantity, axes: int) -> Any:
    del quantity, axes
    return month_position(operands[0])


OPERATIONS: dict[str, Callable[[list[Any], Quantity, int], Any]] = {
    **{operation: _arithmetic(operation) for operation in ARITHMETIC},
    "sum": _sum,
    "mean": _mean,
    "sum_by": _sum_by,
    "look_up": _look_up,
    "element": _element,
    "stack": _stack,
    "otherwise": _otherwise,
    "round_up": _round_up,
    "month_position": _month_position,
}
"""Every operation of a trace whose inputs may vary. Days are counted once: no date is varied."""
