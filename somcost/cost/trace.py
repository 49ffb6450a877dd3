"""A trace with each quantity once, however often a formula was called for it; and its quantities in order."""

from collections.abc import Callable, Iterable, Iterator
from typing import Any

from somcost.cost.quantity import Quantity
from somcost.model.dimensions import Category


class Trace:
    """Gives for every quantity the one that stands for all that came about in the same way.

    Args:
        seal: Gives a quantity whose trace holds nothing that is hidden; none where all is shown.
    """

    def __init__(self, seal: Callable[[Quantity], Quantity] | None = None) -> None:
        self._seal = seal
        self._known: dict[tuple[Any, ...], Quantity] = {}
        self._one: dict[int, Quantity] = {}
        self._kept: list[Quantity] = []

    def one(self, quantity: Quantity) -> Quantity:
        """Give the quantity that stands for this one; it can be told by its identity."""
        known = self._one.get(id(quantity))
        if known is not None:
            return known
        told = quantity if self._seal is None else self._seal(quantity)
        operands = tuple(self.one(operand) for operand in told.operands)
        stands = self._known.setdefault(_nature(told, operands), told.resting_on(operands))
        for each in (quantity, stands):
            self._one[id(each)] = stands
            self._kept.append(each)  # an identity is only good while its object lives
        return stands


def _nature(quantity: Quantity, operands: tuple[Quantity, ...]) -> tuple[Any, ...]:
    if not quantity.operation:
        return (id(quantity),) if quantity.key else ("constant", quantity.value)
    detail = quantity.detail
    if isinstance(detail, Category):
        detail = (detail.name, id(detail.over))
    elif isinstance(detail, tuple):
        detail = (detail[0].name, id(detail[0].over), detail[1])
    return (quantity.operation, quantity.key, quantity.unit, detail, *map(id, operands))


def steps(roots: Iterable[Quantity]) -> Iterator[Quantity]:
    """Give every quantity the roots rest on, what comes first before what is made of it."""
    seen: set[int] = set()
    waiting = [(root, False) for root in reversed(list(roots))]
    while waiting:
        quantity, ready = waiting.pop()
        if ready:
            yield quantity
        elif id(quantity) not in seen:
            seen.add(id(quantity))
            waiting.append((quantity, True))
            waiting += [(operand, False) for operand in reversed(quantity.operands)]
