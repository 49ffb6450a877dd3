"""Figures of courses and citizens too few to be told of: taken from the tree of results, and out of every trace.

What remains of a trace ends where a course's or citizen's own figure would be put in; the value there stands by itself.
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
from somcost.model.few import few_events
from somcost.model.plan import PlanInputs
from somcost.model.scenario import Inputs

BY_COURSE, BY_CITIZEN = "course", "citizen"
PROVENANCES = {BY_COURSE: Derived("few participants"), BY_CITIZEN: Derived("few events")}
"""Of a figure that is made of hidden ones, by what these run over."""


def without_courses(costing: Costing) -> Costing:
    """Give the same calculation on lines that do not say their course."""
    ledger = costing.ledger
    lines = replace(ledger, registrations=_without(ledger.registrations), expenses=_without(ledger.expenses))
    return costing.on(lines, as_read=True)


def _without(lines: CostLines | None) -> CostLines | None:
    return None if lines is None else sums_by(lines, [name for name in lines.categories if name != BY_COURSE])


@dataclass(frozen=True, slots=True)
class Sealed:
    """Hides courses, or each citizen's days and status.

    Attributes:
        courses: Those hidden.
        over: What hidden figures run over.
    """

    courses: frozenset[str]
    over: str = BY_COURSE
    known: dict[int, tuple[Quantity, Quantity]] = field(default_factory=dict)

    def tree(self, costing: Costing, shown: Costing) -> Tree:
        """Give the tree of results; a sub-period's courses may be few, so none is told of."""
        tree = self.branch(result_tree(costing, shown))
        periods = {variant.id for variant in costing.givens.inputs.scenario.variants}
        hidden: Tree = {**dict.fromkeys(RESULT_KEYS), "sensitivity": {}}
        variants = {name: hidden if name in periods else variant for name, variant in tree["variants"].items()}
        courses = [self._course(row) for row in tree["courses"]]
        return {**tree, "variants": variants, "courses": courses}

    def balances(self, balances: Iterable[Balance]) -> list[Balance]:
        """Give the balances without the courses' own figures."""
        return [replace(each, left=self.one(each.left), right=self.one(each.right)) for each in balances]

    def _course(self, row: Tree) -> Tree:
        return {**dict.fromkeys(row), "id": row["id"]} if row["id"] in self.courses else row

    def branch(self, branch: Any) -> Any:
        """Give a branch of the tree of results with what is hidden taken out of every trace."""
        if isinstance(branch, Quantity):
            return self.one(branch)
        if isinstance(branch, Mapping):
            return {key: self.branch(value) for key, value in branch.items()}
        return [self.branch(value) for value in branch] if isinstance(branch, list) else branch

    def one(self, quantity: Quantity) -> Quantity:
        """Give the quantity with a trace that holds no course's figure."""
        if id(quantity) not in self.known:
            self.known[id(quantity)] = (quantity, self._made(quantity))  # kept, so that its identity stays its own
        return self.known[id(quantity)][1]

    def _made(self, quantity: Quantity) -> Quantity:
        if not quantity.operands:
            return quantity
        if not any(each.dimension is not None and each.dimension.name == self.over for each in quantity.operands):
            operands = tuple(map(self.one, quantity.operands))
            if not any(each.provenance is PROVENANCES[BY_CITIZEN] and not each.key for each in operands):
                return quantity.resting_on(operands)
        origin = PROVENANCES[self.over]
        return Quantity(quantity.value, quantity.unit, quantity.key, quantity.dimension, provenance=origin)


def seal_of_citizens(inputs: Inputs | PlanInputs) -> Sealed | None:
    """Give what hides the days and the status of each citizen, where those enrolled, discharged or completed are few.

    What is shown, a workbook's cells and a derivation, goes by it; analyses rest on the whole trace.
    """
    hides = isinstance(inputs, Inputs) and inputs.citizens is not None and bool(few_events(inputs))
    return Sealed(frozenset(), BY_CITIZEN) if hides else None
