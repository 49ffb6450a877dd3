"""A trace set out over points: each row of a table one setting of the inputs, each column one step for one member."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

from somcost.analyse.vary.variation import Variation
from somcost.cost.evaluate import Evaluation
from somcost.cost.operations import element, mean_of, round_up, stack, total_of
from somcost.cost.quantity import Quantity, combine
from somcost.model.dimensions import Dimension

Level = Quantity | Callable[[Quantity], Quantity]
"""What a key is set to: a value of its own, or what is made of its value as calculated."""


@dataclass(frozen=True, slots=True)
class Setting:
    """A point: what it is called and the keys set otherwise than calculated."""

    label: str
    values: Mapping[str, Level]


@dataclass(slots=True)
class Unrolled:
    """The steps between open inputs and results, each as a quantity over the points.

    Attributes:
        points: The dimension of the points.
        settings: The points themselves.
        base: What each key that has no place of its own in the trace is as calculated.
        inputs: What each open key is set to, over the points.
        columns: The named steps with the member they are of, in the order they were met.
        levels: Every value that a key is set to otherwise than calculated.
    """

    variation: Variation
    evaluation: Evaluation
    points: Dimension
    settings: Sequence[Setting]
    base: Mapping[str, Quantity]
    inputs: dict[str, Quantity] = field(default_factory=dict)
    columns: list[tuple[Quantity, str]] = field(default_factory=list)
    levels: list[Quantity] = field(default_factory=list)
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
        own = self._step(quantity, member)
        for name in self.variation.keys:
            if self.variation.node(name) is quantity:
                own = self._put_in(name, own, member)
        return own

    def _step(self, quantity: Quantity, member: int | None) -> Quantity:
        if not any(self.evaluation.depends(operand) for operand in quantity.operands):
            if member is None:
                return quantity
            if quantity.key or not quantity.operation:
                return element(quantity, member)
        own = OPERATIONS.get(quantity.operation, _arithmetic)(self, quantity, member)
        if not quantity.key or quantity.operation in PICKS or own.dimension is not self.points:
            return own
        own = own.named(quantity.key, quantity.unit)
        self.columns.append((own, _label(quantity.dimension, member)))
        return own

    def _put_in(self, name: str, own: Quantity, member: int | None) -> Quantity:
        """Put a key's value in: the value itself, or for what it scales its share of what it was."""
        if not self.variation.keys[name].lines and name != "fte":
            base = self.base.get(name)
            return self._input(name, own if base is None else self.at(base, None))
        mask = self.variation.scale(name)
        if mask is not None and member is not None and not mask[member]:
            return own
        return own * self._input(name, self.base[name]) / self.base[name]

    def _input(self, name: str, base: Quantity) -> Quantity:
        """Give what a key is set to, point by point: as calculated where nothing else is said."""
        if name not in self.inputs:
            moving = base.dimension is self.points
            values = [
                self._set(setting.values.get(name), element(base, number) if moving else base)
                for number, setting in enumerate(self.settings)
            ]
            self.inputs[name] = stack(values, self.points).named(name, self.variation.keys[name].unit)
        return self.inputs[name]

    def _set(self, level: Level | None, own: Quantity) -> Quantity:
        if level is None:
            return own
        made = level if isinstance(level, Quantity) else level(own)
        self.levels.append(made)
        return made


PICKS = ("look_up", "element", "stack")
"""What gives a member of something else, which stands in a column of its own."""


def _label(dimension: Dimension | None, member: int | None) -> str:
    return "" if dimension is None or member is None else f"{dimension.name}\0{dimension.members[member]}"


def _arithmetic(unrolled: Unrolled, quantity: Quantity, member: int | None) -> Quantity:
    left, right = (unrolled.at(operand, member) for operand in quantity.operands)
    return combine(quantity.operation, left, right)


def _one_by_one(quantity: Quantity) -> bool:
    """Whether a sum or mean is of its operands, be they columns, not of the members of one."""
    return len(quantity.operands) > 1 or quantity.operands[0].dimension is None


def _over(quantity: Quantity) -> range:
    (values,) = quantity.operands
    if values.dimension is None:
        raise AssertionError(f"{quantity.operation} runs over a dimension")
    return range(len(values.dimension))


def _sum(unrolled: Unrolled, quantity: Quantity, member: int | None) -> Quantity:
    if _one_by_one(quantity):
        return _added([unrolled.at(operand, member) for operand in quantity.operands])
    return _added([unrolled.at(quantity.operands[0], each) for each in _over(quantity)])


def _added(values: list[Quantity]) -> Quantity:
    """Add up; nothing is 0 and one is itself."""
    if len(values) < 2:  # noqa: PLR2004 - two make a sum
        return values[0] if values else Quantity(0.0)
    return total_of(values)


def _mean(unrolled: Unrolled, quantity: Quantity, member: int | None) -> Quantity:
    if _one_by_one(quantity):
        values = [unrolled.at(operand, member) for operand in quantity.operands]
    else:
        values = [unrolled.at(quantity.operands[0], each) for each in _over(quantity)]
    return mean_of(values) if len(values) > 1 else values[0]


def _sum_by(unrolled: Unrolled, quantity: Quantity, member: int | None) -> Quantity:
    codes = quantity.detail.codes.tolist()
    return _added([unrolled.at(quantity.operands[0], row) for row, code in enumerate(codes) if code == member])


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
