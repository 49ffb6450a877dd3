"""Figures of courses too small to be told of: taken from the tree of results, and out of every trace.

What remains of a trace ends where a course's own figure would be put in; the value there stands by itself.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from somcost.analyse.balances import Balance
from somcost.analyse.rows import RESULT_KEYS, Tree
from somcost.analyse.tree import result_tree
from somcost.cost.costing import Costing
from somcost.cost.quantity import Derived, Quantity
from somcost.ledger.lines import CostLines, sums_by

BY_COURSE = "course"
PROVENANCE = Derived("few participants")
"""Of a figure that is made of hidden ones."""


def without_courses(costing: Costing) -> Costing:
    """Give the same calculation on lines that do not say their course."""
    ledger = costing.ledger
    lines = replace(ledger, registrations=_without(ledger.registrations), expenses=_without(ledger.expenses))
    return costing.on(lines, as_read=True)


def _without(lines: CostLines | None) -> CostLines | None:
    return None if lines is None else sums_by(lines, [name for name in lines.categories if name != BY_COURSE])


@dataclass(frozen=True, slots=True)
class Sealed:
    """Hides courses.

    Attributes:
        courses: Those hidden.
    """

    courses: frozenset[str]
    known: dict[int, tuple[Quantity, Quantity]] = field(default_factory=dict)

    def tree(self, costing: Costing, shown: Costing) -> Tree:
        """Give the tree of results; a sub-period's courses may be few, so none is told of."""
        tree = self._branch(result_tree(costing, shown))
        periods = {variant.id for variant in costing.givens.inputs.scenario.variants}
        hidden: Tree = {**dict.fromkeys(RESULT_KEYS), "sensitivity": {}}
        variants = {name: hidden if name in periods else variant for name, variant in tree["variants"].items()}
        courses = [self._course(row) for row in tree["courses"]]
        return {**tree, "variants": variants, "courses": courses}

    def balances(self, balances: Iterable[Balance]) -> list[Balance]:
        """Give the balances without the courses' own figures."""
        return [replace(each, left=self._sealed(each.left), right=self._sealed(each.right)) for each in balances]

    def _course(self, row: Tree) -> Tree:
        return {**dict.fromkeys(row), "id": row["id"]} if row["id"] in self.courses else row

    def _branch(self, branch: Any) -> Any:
        if isinstance(branch, Quantity):
            return self._sealed(branch)
        if isinstance(branch, Mapping):
            return {key: self._branch(value) for key, value in branch.items()}
        return [self._branch(value) for value in branch] if isinstance(branch, list) else branch

    def _sealed(self, quantity: Quantity) -> Quantity:
        """Give the quantity with a trace that holds no course's figure."""
        if id(quantity) not in self.known:
            self.known[id(quantity)] = (quantity, self._made(quantity))  # kept, so that its identity stays its own
        return self.known[id(quantity)][1]

    def _made(self, quantity: Quantity) -> Quantity:
        if any(each.dimension is not None and each.dimension.name == BY_COURSE for each in quantity.operands):
            return Quantity(quantity.value, quantity.unit, quantity.key, provenance=PROVENANCE)
        return quantity.resting_on(tuple(map(self._sealed, quantity.operands))) if quantity.operands else quantity
