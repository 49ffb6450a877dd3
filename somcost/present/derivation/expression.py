"""A formula as a line to read: names or numbers between × and ÷, and no parenthesis that is not needed."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from somcost.present.derivation.node import Node
from somcost.present.language import N_
from somcost.present.words import Words

SIGNS = {"add": "+", "subtract": "−", "multiply": "×", "divide": "/", "power": "^"}
STRENGTH = {"add": 1, "subtract": 1, "multiply": 2, "divide": 2, "power": 3}
ATOM = 4
CALLS = {
    "round_up": N_("({0}) rounded up"),
    "otherwise": N_("{0}, or where there is none {1}"),
    "month_position": N_("the month of ({0})"),
}
OVER = {
    "sum": N_("sum of {what} for every {dimension}"),
    "mean": N_("mean of {what} for every {dimension}"),
}
"""Over the members of one column."""
ONE_BY_ONE = {
    "sum": N_("sum of ({0})"),
    "mean": N_("mean of ({0})"),
    "minimum": N_("the smallest of ({0})"),
    "maximum": N_("the largest of ({0})"),
}
"""Of figures or columns named one by one."""


def is_atom(node: Node) -> bool:
    """Tell whether a formula speaks of the node by its name."""
    return bool(node.quantity.key) or not node.quantity.operation


def atoms(node: Node) -> Iterator[Node]:
    """Give what the node's own formula speaks of by name, in order."""
    for operand in node.operands():
        if not is_atom(operand):
            yield from atoms(operand)
        elif operand.quantity.key:
            yield operand


@dataclass(frozen=True, slots=True)
class Expression:
    """Writes formulas; `write` writes what a formula speaks of by name."""

    words: Words
    write: Callable[[Node], str]

    def of(self, node: Node) -> str:
        """Write the node's formula."""
        return self._operation(node)[0]

    def _part(self, node: Node) -> tuple[str, int]:
        if is_atom(node):
            return self.write(node), ATOM
        return self._operation(node)

    def _operation(self, node: Node) -> tuple[str, int]:
        operation = node.quantity.operation
        if operation in SIGNS:
            return self._infix(node), STRENGTH[operation]
        texts = [self._part(operand)[0] for operand in node.operands()]
        if operation in CALLS:
            return self.words.say(CALLS[operation], *texts), ATOM
        return getattr(self, f"_{operation}")(node, texts), ATOM

    def _infix(self, node: Node) -> str:
        operation = node.quantity.operation
        (left, left_strength), (right, right_strength) = (self._part(operand) for operand in node.operands())
        least = STRENGTH[operation]
        if left_strength < least:
            left = f"({left})"
        if right_strength < least or (operation in ("subtract", "divide", "power") and right_strength == least):
            right = f"({right})"
        return f"{left} {SIGNS[operation]} {right}"

    def _dimension(self, name: str) -> str:
        return self.words.dimension(name).lower()

    def _over(self, node: Node, texts: list[str]) -> str:
        operation, (first, *others) = node.quantity.operation, node.quantity.operands
        if others or first.dimension is None:
            return self.words.say(ONE_BY_ONE[operation], "; ".join(texts))
        return self.words.say(OVER[operation], what=texts[0], dimension=self._dimension(first.dimension.name))

    _sum = _mean = _over

    def _extreme(self, node: Node, texts: list[str]) -> str:
        return self.words.say(ONE_BY_ONE[node.quantity.operation], "; ".join(texts))

    _minimum = _maximum = _extreme

    def _sum_by(self, node: Node, texts: list[str]) -> str:
        dimension = self._dimension(node.quantity.detail.groups.name)
        if node.member is None:
            return self.words.say(N_("sum of {what} by {dimension}"), what=texts[0], dimension=dimension)
        member = self.words.member(node.quantity.detail.groups.name, node.group())
        lines = int((node.quantity.detail.codes == node.member).sum())
        message = N_("sum of {what} where {dimension} is {member} ({lines} lines)")
        if lines == 1:
            message = N_("sum of {what} where {dimension} is {member} (one line)")
        return self.words.say(message, what=texts[0], dimension=dimension, member=member, lines=lines)

    def _sum_by_each(self, node: Node, texts: list[str]) -> str:
        names = (self._dimension(name) for name in node.quantity.detail.categories)
        return self.words.say(N_("sum of {what} by {dimension}"), what=texts[0], dimension=", ".join(names))

    def _look_up(self, node: Node, texts: list[str]) -> str:
        dimension = self._dimension(node.quantity.detail.groups.name)
        return self.words.say(N_("{what} of each line's {dimension}"), what=texts[0], dimension=dimension)

    def _stack(self, node: Node, texts: list[str]) -> str:
        dimension = node.quantity.dimension
        name = self._dimension("" if dimension is None else dimension.name)
        return self.words.say(N_("one for each {dimension}: {what}"), dimension=name, what="; ".join(texts))

    def _count_between(self, node: Node, texts: list[str]) -> str:
        days, first, last = texts
        counted = self.words.say(N_("count of {what} from {first} to {last}"), what=days, first=first, last=last)
        where = node.quantity.detail
        if where is None:
            return counted
        category, member = where
        status = self.words.member(category.name, member)
        return self.words.say(
            N_("{count} where {dimension} is {member}"),
            count=counted,
            dimension=self._dimension(category.groups.name),
            member=status,
        )
