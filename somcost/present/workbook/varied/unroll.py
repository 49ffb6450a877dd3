"""A trace set out over points: each row of a table one setting of the inputs, each column one step for one member."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from somcost.analyse.vary.variation import Variation
from somcost.cost.evaluate import Evaluation
from somcost.cost.operations import element, mean_of, round_up, total_of
from somcost.cost.quantity import Quantity, combine
from somcost.model.dimensions import Dimension


@dataclass(slots=True)
class Unrolled:
    """The steps between open inputs and results, each as a quantity over the points.

    Attributes:
        inputs: What each open key is set to, point by point.
        columns: The named steps with the member they are of, in the order they were met.
    """

    variation: Variation
    evaluation: Evaluation
    inputs: Mapping[str, Quantity]
    columns: list[tuple[Quantity, str]] = field(default_factory=list)
    _known: dict[tuple[int, int | None], Quantity] = field(default_factory=dict)

    def result(self, name: str) -> Quantity:
        """Give a result over the points."""
        return self.at(self.variation.quantity(name), None)

    def at(self, quantity: Quantity, member: int | None) -> Quantity:
        """Give a quantity, or one member of it, over the points; what does not move stays where it stands."""
        place = (id(quantity), member if quantity.dimension is not None else None)
        if place not in self._known:
            self._known[place] = self._made(quantity, place[1])
        return self._known[place]

    def _made(self, quantity: Quantity, member: int | None) -> Quantity:
        if not self.evaluation.depends(quantity):
            return quantity if member is None else element(quantity, member)
        own = self._computed(quantity, member)
        for name in self.variation.keys:
            if self.variation.node(name) is quantity:
                own = self._put_in(name, own, member)
        if quantity.key and own.operation != "element" and not self._is_input(own):
            own = own.named(quantity.key, quantity.unit)
            self.columns.append((own, _label(quantity.dimension, member)))
        return own

    def _is_input(self, quantity: Quantity) -> bool:
        return any(quantity is each for each in self.inputs.values())

    def _computed(self, quantity: Quantity, member: int | None) -> Quantity:
        if any(self.evaluation.depends(operand) for operand in quantity.operands):
            return OPERATIONS.get(quantity.operation, _arithmetic)(self, quantity, member)
        return quantity if member is None else element(quantity, member)

    def _put_in(self, name: str, own: Quantity, member: int | None) -> Quantity:
        """Put a key's value in: the value itself, or for what it scales its share of what it was."""
        if not self.variation.keys[name].lines and name != "fte":
            return self.inputs[name]
        mask = self.variation.scale(name)
        if mask is not None and member is not None and not mask[member]:
            return own
        return own * self.inputs[name] / self.base_of(name)

    def base_of(self, name: str) -> Quantity:
        """Give what a key that scales is, as calculated, out of the lines themselves."""
        return self._bases[name]

    _bases: dict[str, Quantity] = field(default_factory=dict)


def _label(dimension: Dimension | None, member: int | None) -> str:
    return "" if dimension is None or member is None else f"{dimension.name}\0{dimension.members[member]}"


def _arithmetic(unrolled: Unrolled, quantity: Quantity, member: int | None) -> Quantity:
    left, right = (unrolled.at(operand, member) for operand in quantity.operands)
    return combine(quantity.operation, left, right)


def _over(quantity: Quantity) -> range:
    (values,) = quantity.operands
    if values.dimension is None:
        raise AssertionError(f"{quantity.operation} runs over a dimension")
    return range(len(values.dimension))


def _sum(unrolled: Unrolled, quantity: Quantity, member: int | None) -> Quantity:
    if len(quantity.operands) > 1:
        return total_of([unrolled.at(operand, member) for operand in quantity.operands])
    return total_of([unrolled.at(quantity.operands[0], each) for each in _over(quantity)])


def _mean(unrolled: Unrolled, quantity: Quantity, member: int | None) -> Quantity:
    if len(quantity.operands) > 1:
        return mean_of([unrolled.at(operand, member) for operand in quantity.operands])
    return mean_of([unrolled.at(quantity.operands[0], each) for each in _over(quantity)])


def _sum_by(unrolled: Unrolled, quantity: Quantity, member: int | None) -> Quantity:
    codes = quantity.detail.codes.tolist()
    own = [unrolled.at(quantity.operands[0], row) for row, code in enumerate(codes) if code == member]
    return total_of(own) if own else Quantity(0.0)


def _look_up(unrolled: Unrolled, quantity: Quantity, member: int | None) -> Quantity:
    return unrolled.at(quantity.operands[0], int(quantity.detail.codes[member]))


def _element(unrolled: Unrolled, quantity: Quantity, member: int | None) -> Quantity:
    del member
    return unrolled.at(quantity.operands[0], quantity.detail)


def _stack(unrolled: Unrolled, quantity: Quantity, member: int | None) -> Quantity:
    if member is None:
        raise AssertionError("a stack is read member by member")
    return unrolled.at(quantity.operands[member], None)


def _round_up(unrolled: Unrolled, quantity: Quantity, member: int | None) -> Quantity:
    return round_up(unrolled.at(quantity.operands[0], member))


OPERATIONS: dict[str, Callable[[Unrolled, Quantity, int | None], Quantity]] = {
    "sum": _sum,
    "mean": _mean,
    "sum_by": _sum_by,
    "look_up": _look_up,
    "element": _element,
    "stack": _stack,
    "round_up": _round_up,
}
"""What picks or adds members up; all other operations go member by member."""
