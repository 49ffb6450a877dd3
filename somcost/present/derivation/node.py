"""A place in the trace of a figure: a quantity, or one member of a quantity that runs over a dimension."""

import math
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import numpy as np

from somcost.cost.quantity import Quantity
from somcost.model.dimensions import LINES

Signature = tuple[int, int | None]


@dataclass(frozen=True, slots=True)
class Node:
    """A quantity, or its value for one member; `member` is its number in the dimension."""

    quantity: Quantity
    member: int | None = None

    @property
    def value(self) -> float:
        """The value of a scalar, or of the member."""
        value = self.quantity.value
        return float(value if self.member is None else np.asarray(value)[self.member])

    @property
    def is_column(self) -> bool:
        """Whether it holds a value for every member of a dimension."""
        return self.quantity.dimension is not None and self.member is None

    @property
    def runs_over_lines(self) -> bool:
        """Whether it has a value for every row of a file."""
        return self.is_column and self.quantity.dimension is not None and (self.quantity.dimension.name in LINES)

    def operands(self) -> list["Node"]:
        """Give what it came from, each taken for the same member where it runs over the same dimension."""
        return [resolved(self._taken(operand)) for operand in self.quantity.operands]

    def _taken(self, operand: Quantity) -> "Node":
        same = self.quantity.dimension is not None and operand.dimension is self.quantity.dimension
        return Node(operand, self.member if same else None)

    def group(self) -> str:
        """Name the member."""
        dimension = self.quantity.dimension
        return "" if dimension is None or self.member is None else str(dimension.members[self.member])


def resolved(node: Node) -> Node:
    """Follow what only picks a value out of others, to the value picked."""
    quantity, member = node.quantity, node.member
    if quantity.operation == "element":
        return resolved(Node(quantity.operands[0], quantity.detail))
    if member is None:
        return node
    if quantity.operation == "stack":
        return resolved(Node(quantity.operands[member]))
    if quantity.operation == "look_up":
        return resolved(Node(quantity.operands[0], int(quantity.detail.codes[member])))
    if quantity.operation == "otherwise":
        values, replacement = quantity.operands
        return resolved(Node(values, member)) if not math.isnan(Node(values, member).value) else Node(replacement)
    return node


class Signatures:
    """Gives equal numbers to nodes that came about alike, however often the engine made them."""

    def __init__(self) -> None:
        self._numbers: dict[Any, int] = {}
        self._known: dict[int, tuple[Quantity, int]] = {}

    def of(self, node: Node) -> Signature:
        """Give the node's signature."""
        return self._of(node.quantity), node.member

    def _of(self, quantity: Quantity) -> int:
        if id(quantity) not in self._known:
            operands = tuple(self._of(operand) for operand in quantity.operands)
            value = np.asarray(quantity.value).tobytes()
            made = (quantity.key, quantity.operation, operands, value, *_names(quantity))
            self._known[id(quantity)] = quantity, self._numbers.setdefault(made, len(self._numbers))
        return self._known[id(quantity)][1]


def _names(quantity: Quantity) -> Iterator[Any]:
    yield id(quantity.dimension)
    yield quantity.detail if isinstance(quantity.detail, int) else id(quantity.detail)
