"""The same trace with other numbers put in: a grid, a range or a hundred thousand draws at once.

A value put in is an array of any shape; all of them broadcast together. In what comes out, a scalar has that shape,
and a quantity over a dimension has its members on an axis before it.
"""

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
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


@dataclass(frozen=True, slots=True)
class _Step:
    """One quantity to compute; what it needs is told by numbers: of an earlier step, or below 0 of a constant."""

    quantity: Quantity
    operands: tuple[int, ...]
    again: bool
    done: tuple[int, ...]
    room: tuple[int, ...]


class Evaluation:
    """Quantities to be evaluated again and again with other values put in for some of those they rest on.

    Only what depends on these is computed again; every other quantity keeps its value.
    """

    def __init__(self, roots: Sequence[Quantity], *, put_in: Collection[Quantity]) -> None:
        changed = {id(quantity) for quantity in put_in}
        moving = dict.fromkeys(changed)
        order: list[Quantity] = []
        for quantity in steps(roots):
            if id(quantity) in moving or any(id(operand) in moving for operand in quantity.operands):
                moving[id(quantity)] = None
                order.append(quantity)
        self._moving = set(moving)
        self._constants: list[Quantity] = []
        self._places = {id(quantity): number for number, quantity in enumerate(order)}
        self._roots = [self._place(root) for root in roots]
        self._steps = self._planned(order, changed)

    def _place(self, quantity: Quantity) -> int:
        """Give a quantity's number; one that keeps its value becomes a constant, numbered from -1 down."""
        if id(quantity) not in self._places:
            self._constants.append(quantity)
            self._places[id(quantity)] = -len(self._constants)
        return self._places[id(quantity)]

    def _planned(self, order: Sequence[Quantity], changed: Collection[int]) -> list[_Step]:
        uses = [tuple(self._place(operand) for operand in quantity.operands) for quantity in order]
        last = {place: number for number, places in enumerate(uses) for place in places}
        kept = set(self._roots)
        own = [
            any(place >= 0 for place in places) and quantity.operation in ARITHMETIC and id(quantity) not in changed
            for quantity, places in zip(order, uses, strict=True)
        ]
        planned = []
        for number, (quantity, places) in enumerate(zip(order, uses, strict=True)):
            done = tuple({place for place in places if place >= 0 and last[place] == number and place not in kept})
            again = any(place >= 0 for place in places)
            planned.append(_Step(quantity, places, again, done, tuple(place for place in done if own[place])))
        return planned

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
        constants = [_spread(quantity, axes) for quantity in self._constants]
        values: list[Any] = [None] * len(self._steps)
        for number, step in enumerate(self._steps):
            if step.again:
                operands = [values[place] if place >= 0 else constants[~place] for place in step.operands]
                own = _evaluated(step.quantity, operands, [values[place] for place in step.room], axes)
            else:
                own = _spread(step.quantity, axes)
            change = changes.get(id(step.quantity))
            values[number] = own if change is None else change(own)
            for place in step.done:
                values[place] = None
        found = (values[place] if place >= 0 else constants[~place] for place in self._roots)
        return [np.asarray(value, dtype=np.float64) for value in found]


def _evaluated(quantity: Quantity, operands: list[Any], room: list[Any], axes: int) -> Any:
    """Evaluate an operation; the memory of an operand that is needed no more takes the result."""
    operation = quantity.operation
    if operation not in ARITHMETIC:
        return OPERATIONS[operation](operands, quantity, axes)
    out = next((each for each in room if _holds(each, operands)), None)
    return ARITHMETIC[operation](*operands, out=out)


def _holds(array: Any, operands: list[Any]) -> bool:
    """Whether an array is as large as what comes of the operands."""
    if not isinstance(array, np.ndarray):
        return False
    shape = array.shape
    for operand in operands:
        own = np.shape(operand)
        if own != shape and (
            len(own) > len(shape) or any(a not in (1, b) for a, b in zip(own[::-1], shape[::-1], strict=False))
        ):
            return False
    return True


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


def _named_one_by_one(quantity: Quantity) -> bool:
    """Whether a sum or mean is of its operands, not of the members of one."""
    return len(quantity.operands) > 1 or quantity.operands[0].dimension is None


def _sum(operands: list[Any], quantity: Quantity, axes: int) -> Any:
    if _named_one_by_one(quantity):
        return sum(operands[1:], operands[0])
    return np.add.reduce(_members(operands[0], quantity, axes), axis=0)


def _mean(operands: list[Any], quantity: Quantity, axes: int) -> Any:
    if _named_one_by_one(quantity):
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
    return np.array(_members(operands[0], quantity, axes)[quantity.detail])


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
"""Every operation of a trace whose inputs may vary, beside the arithmetic. No date is varied: days are counted once."""
