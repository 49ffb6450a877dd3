"""Which sheet holds what: the workbook's plan, made from the trace of the assessment's results."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from somcost.analyse.assessment import Assessment
from somcost.analyse.balances import Balance
from somcost.analyse.planned import AnyAssessment
from somcost.cost.quantity import Quantity
from somcost.cost.trace import Trace, steps
from somcost.model.assumptions import Assumption
from somcost.model.dimensions import Dimension
from somcost.model.scenario import Stated

RATE_KEYS = ("monthly_wage_cost", "hourly_rate")
"""Columns over job groups that stand beside the assumptions."""


@dataclass(slots=True)
class Plan:
    """The quantities of the workbook by where they stand; of what is stated some stand in a table's column."""

    tree: Any
    balances: Sequence[tuple[Balance, Quantity, Quantity]]
    alternative: Quantity | None
    assumptions: list[Quantity] = field(default_factory=list)
    stated: list[Quantity] = field(default_factory=list)
    in_tables: list[Quantity] = field(default_factory=list)
    scalars: list[Quantity] = field(default_factory=list)
    columns: dict[int, list[Quantity]] = field(default_factory=dict)
    dimensions: dict[int, Dimension] = field(default_factory=dict)

    def estimates(self) -> dict[str, Any]:
        """Give the results of the assessment under the name "", and every variant's with its sensitivities.

        Where there are no registrations the results are those of the full-time staff, and stand once.
        """
        variants = dict(self.tree["variants"])
        if self.tree["results"]["wage_cost"] is variants.get("full_time", {}).get("wage_cost"):
            variants.pop("full_time", None)
        return {"": {**self.tree["results"], "sensitivity": self.tree["sensitivity"]}, **variants}

    def variants_of(self) -> dict[int, str]:
        """Give the variant of each quantity that one variant alone rests on, by the quantity's identity."""
        parts = {name: {id(each) for each in steps(quantities_of(part))} for name, part in self.estimates().items()}
        return {
            each: name
            for name, own in parts.items()
            if name
            for each in own.difference(*(other for beside, other in parts.items() if beside != name))
        }

    def over(self, name: str) -> Iterator[Dimension]:
        """Give the dimensions of a name, in the order of the trace."""
        return (dimension for dimension in self.dimensions.values() if dimension.name == name)


def plan_of(
    assessment: AnyAssessment, *, trace: Trace, also: Sequence[Quantity] = (), balances: Sequence[Balance] = ()
) -> Plan:
    """Sort every quantity behind the results to its sheet.

    Args:
        assessment: What is written.
        trace: Gives each quantity once.
        also: What else must stand somewhere.
        balances: What else must agree.
    """
    tree = once_each(trace, assessment.tree)
    sides = [(each, trace.one(each.left), trace.one(each.right)) for each in assessment.balances]
    sides += [(each, each.left, each.right) for each in balances]
    alternative = assessment.costing.alternative if isinstance(assessment, Assessment) else None
    against = None if alternative is None else trace.one(alternative)
    plan = Plan(tree, sides, against)
    changed = _changed(tree)
    own = {id(each) for each in quantities_of([tree["results"], *tree.get("variants", {}).values()])}
    own |= {id(side) for _, left, right in sides for side in (left, right)}
    stacked: set[int] = set()
    roots = [*quantities_of(tree), *also]
    roots += [trace.one(side) for each in assessment.balances for side in (each.left, each.right)]
    every = list(steps(roots))
    for quantity in every:
        if quantity.operation == "stack":
            stacked |= {id(operand) for operand in quantity.operands}
    for quantity in every:
        if quantity.key and quantity.operation != "element" and id(quantity) not in changed:
            _sort(plan, quantity, own=own, stacked=stacked)
    return plan


def _sort(plan: Plan, quantity: Quantity, *, own: set[int], stacked: set[int]) -> None:
    if quantity.dimension is not None:
        plan.dimensions[id(quantity.dimension)] = quantity.dimension
        plan.columns.setdefault(id(quantity.dimension), []).append(quantity)
    elif isinstance(quantity.provenance, Assumption):
        plan.assumptions.append(quantity)
    elif isinstance(quantity.provenance, Stated):
        (plan.in_tables if id(quantity) in stacked else plan.stated).append(quantity)
    elif id(quantity) not in own and id(quantity) not in stacked:
        plan.scalars.append(quantity)


def once_each(trace: Trace, branch: Any) -> Any:
    """Give a branch of the tree with each quantity once."""
    if isinstance(branch, Quantity):
        return trace.one(branch)
    if isinstance(branch, Mapping):
        return {key: once_each(trace, value) for key, value in branch.items()}
    if isinstance(branch, list):
        return [once_each(trace, value) for value in branch]
    return branch


def quantities_of(branch: Any) -> Iterator[Quantity]:
    """Give every quantity of a branch of the tree."""
    if isinstance(branch, Quantity):
        yield branch
    elif isinstance(branch, Mapping):
        for value in branch.values():
            yield from quantities_of(value)
    elif isinstance(branch, list):
        for value in branch:
            yield from quantities_of(value)


def _changed(tree: Any) -> set[int]:
    """Give what depends on a changed input: it stands in its sensitivity table's row or nowhere."""
    variants = tree.get("variants", {}).values()
    sensitivities = [tree.get("sensitivity", {}), *(variant["sensitivity"] for variant in variants)]
    inputs = {
        id(next(iter(row.values()))) for sensitivity in sensitivities for rows in sensitivity.values() for row in rows
    }
    changed = set(inputs)
    for quantity in steps(quantities_of(sensitivities)):
        if any(id(operand) in changed for operand in quantity.operands):
            changed.add(id(quantity))
    return changed


def defined(rows: Iterable[Mapping[str, Quantity]]) -> list[str]:
    """Give the keys of the costs in a sensitivity's rows."""
    return list(next(iter(rows)))[1:]
