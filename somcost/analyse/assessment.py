"""An assessment: the inputs, the ledger, every result as a traced quantity, what adds up and what is doubtful."""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from somcost.analyse.balances import Balance, balances_of
from somcost.analyse.hidden import Sealed, without_courses
from somcost.analyse.rows import Tree
from somcost.analyse.tree import estimate_of, result_tree
from somcost.cost.costing import Costing, costing_of
from somcost.cost.estimates import CourseEstimate
from somcost.cost.givens import Givens
from somcost.cost.quantity import Quantity
from somcost.ledger.lines import Ledger, monthly_sums
from somcost.model.scenario import Inputs
from somcost.problems import Problem
from somcost.validate.few import hidden_courses


@dataclass(frozen=True, slots=True, eq=False)
class Assessment:
    """What `assess` gives.

    Attributes:
        inputs: Scenario, assumptions and tables as read.
        ledger: The cost lines.
        costing: The calculation, traced.
        shown: The same, of lines that do not tell of courses where some are hidden; what is written rests on it.
        tree: Every result by its path: `tree["results"]["cost_per_participant"]` is a quantity.
        balances: What must add up, and does.
        warnings: What does not stop the assessment but should be known.
    """

    inputs: Inputs
    ledger: Ledger
    costing: Costing
    shown: Costing
    tree: Tree
    balances: Sequence[Balance]
    warnings: Sequence[Problem]

    def as_dict(self) -> dict[str, Any]:
        """Give the assessment as plain data with the keys of the JSON: unrounded, None for what is not defined."""
        scenario, aside = self.inputs.scenario, self.ledger.set_aside
        return {
            "scenario": scenario.id,
            "title": scenario.title,
            "price_level": self.inputs.assumptions.price_level,
            "origin": scenario.origin,
            "notes": list(scenario.notes),
            **{key: plain(branch) for key, branch in self.tree.items()},
            "alternative": self._alternative(),
            "set_aside": {"rows": aside.rows, "hours": aside.hours, "expenses": aside.expenses},
        }

    def _alternative(self) -> dict[str, Any] | None:
        alternative = self.inputs.scenario.alternative
        cost = self.costing.alternative
        if alternative is None or cost is None:
            return None
        return {
            "label": alternative.label,
            "cost_per_year": float(cost.value),
            "source": alternative.source,
        }


def plain(branch: Any) -> Any:
    """Give a branch of the tree with numbers in place of quantities; what is not defined is None."""
    if isinstance(branch, Quantity):
        number = float(branch.value)
        return number if math.isfinite(number) else None
    if isinstance(branch, Mapping):
        return {key: plain(value) for key, value in branch.items()}
    if isinstance(branch, list):
        return [plain(value) for value in branch]
    return branch


def assessment_of(inputs: Inputs, ledger: Ledger, warnings: Sequence[Problem]) -> Assessment:
    """Calculate sound inputs.

    Raises:
        AssertionError: What must add up does not: a fault of the program, never of the input.
    """
    costing = costing_of(Givens(inputs), ledger)
    hidden = hidden_courses(inputs)
    shown = without_courses(costing) if hidden else costing
    estimate = estimate_of(costing)
    balances = balances_of(shown, estimate if isinstance(estimate, CourseEstimate) else None)
    broken = [balance.name for balance in balances if not balance.holds]
    if broken:
        raise AssertionError(f"does not add up: {', '.join(broken)}")
    if not hidden:
        return Assessment(inputs, ledger, costing, shown, result_tree(costing), balances, warnings)
    sealed = Sealed(hidden)
    tree = sealed.tree(costing, shown)
    return Assessment(inputs, shown.ledger, costing, shown, tree, sealed.balances(balances), warnings)


def with_monthly_sums(assessment: Assessment) -> Assessment:
    """Give the same assessment with one cost line for all rows that agree in month and every category."""
    ledger = assessment.costing.ledger
    summed = replace(
        ledger,
        registrations=None if ledger.registrations is None else monthly_sums(ledger.registrations),
        expenses=None if ledger.expenses is None else monthly_sums(ledger.expenses),
    )
    return assessment_of(assessment.inputs, summed, assessment.warnings)
