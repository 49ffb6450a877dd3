"""Every figure of an assessment by its dotted path: results as in the JSON, assumptions, what the scenario states."""

from collections.abc import Iterator, Mapping
from typing import Any

from somcost.analyse.assessment import Assessment
from somcost.analyse.handover.observed import handover_observed
from somcost.analyse.hidden import Sealed, seal_of_citizens
from somcost.analyse.planned import AnyAssessment, PlanAssessment
from somcost.analyse.rows import RESULT_KEYS
from somcost.analyse.tree import estimate_of
from somcost.cost.givens import derived
from somcost.cost.operations import element
from somcost.cost.quantity import Quantity
from somcost.cost.rates import hourly_rates, monthly_wage_cost
from somcost.model.dimensions import Dimension
from somcost.model.few import EVENTS
from somcost.model.scenario import Stated

ROW_NAMES = ("id", "month", "line", "institution", "sensitivity")
"""What a row of a list may be named by beside its number, unless that is a number too; a year is named by itself."""
COSTS = tuple(key for key in RESULT_KEYS if key.startswith("cost_per_"))

Figures = dict[str, Quantity | None]


def figures_of(assessment: AnyAssessment) -> Figures:
    """Give every figure by its path; None where it is not defined."""
    seal = seal_of_citizens(assessment.inputs)
    tree = assessment.tree if seal is None else seal.branch(assessment.tree)
    return {
        **_given(tree),
        **_of_assumptions(assessment),
        **(_beside(assessment, seal) if isinstance(assessment, Assessment) else dict(_of_cases(assessment))),
        **dict(_of_tree(tree, "")),
    }


def _of_cases(assessment: PlanAssessment) -> Iterator[tuple[str, Quantity | None]]:
    """Give the results of a plan's named sensitivities, and the range of each result."""
    if assessment.cases:
        from somcost.analyse.vary.traced import traced_case, traced_range  # noqa: PLC0415 - few plans name any

        cases = {found.case.id: traced_case(assessment, found) for found in assessment.cases}
        rows = [{"sensitivity": name, "results": results} for name, results in cases.items()]
        yield from _of_tree({"sensitivities": rows, "range": traced_range(assessment, cases)}, "")
        yield from _of_tree({"sensitivities": cases}, "")


def _of_tree(branch: Any, path: str) -> Iterator[tuple[str, Quantity | None]]:
    if branch is None or isinstance(branch, Quantity):
        yield path, branch
    elif isinstance(branch, Mapping):
        for key, value in branch.items():
            yield from _of_tree(value, f"{path}.{key}" if path else str(key))
        if "change" in branch:
            yield from ((f"{path}.{key}", None) for key in COSTS if key not in branch)
    elif isinstance(branch, list):
        for number, row in enumerate(branch):
            names = [str(row[name]) for name in ROW_NAMES if name in row and not str(row[name]).isdecimal()]
            for name in [str(row["year"])] if path.endswith("years") else [*names, str(number)]:
                yield from _of_tree(row, f"{path}.{name}")


def _of_assumptions(assessment: AnyAssessment) -> Figures:
    givens, found = assessment.costing.givens, Figures()
    assumptions = assessment.inputs.assumptions
    for parameter in assumptions.parameters.values():
        found[parameter.key] = givens.assumption(parameter)
    for group in assumptions.job_groups.values():
        stem = f"job_groups.{group.id}"
        try:
            found[f"{stem}.hourly_rate"] = _hourly_rate(assessment, group.id)
            found[f"{stem}.monthly_wage_cost"] = monthly_wage_cost(givens, group.id, {})
        except KeyError:  # a parameter that no job group in use needs may be missing
            found[f"{stem}.hourly_rate"] = None
        if group.wage is not None:
            found[group.wage.key] = givens.assumption(group.wage)
    return found


def _hourly_rate(assessment: AnyAssessment, group: str) -> Quantity:
    rates = assessment.costing.rates
    used = [] if rates.dimension is None else list(rates.dimension.members)
    if group not in used:
        used, rates = [group], hourly_rates(assessment.costing.givens, Dimension("job_group", [group]))
    return element(rates, used.index(group))


def _beside(assessment: Assessment, seal: Sealed | None) -> Figures:
    """Give what stands beside the results: the alternative, what was set aside, and those enrolled or gone a year."""
    aside, alternative = assessment.ledger.set_aside, assessment.costing.alternative
    found: Figures = {
        "set_aside.rows": derived("set_aside_rows", aside.rows, "", words="settings"),
        "set_aside.hours": derived("set_aside_hours", aside.hours, "hours", words="settings"),
        "set_aside.expenses": derived("set_aside_expenses", aside.expenses, "kr", words="settings"),
    }
    if alternative is not None:
        found["alternative.cost_per_year"] = alternative
    known = estimate_of(assessment.costing).denominators
    events = {f"{event}_per_year": getattr(known, f"{event}_per_year") for event in EVENTS}
    found |= {name: count if seal is None or count is None else seal.one(count) for name, count in events.items()}
    handed = handover_observed(assessment)
    return found | dict(_of_tree(handed if seal is None else seal.branch(handed), "handover"))


def _given(tree: Any) -> Figures:
    """Give the numbers and dates stated in the scenario that a result rests on."""
    waiting = [each for _, each in _of_tree(tree, "") if each is not None]
    seen, found = set[int](), Figures()
    while waiting:
        quantity = waiting.pop()
        if id(quantity) not in seen:
            seen.add(id(quantity))
            waiting += quantity.operands
            if isinstance(quantity.provenance, Stated):
                found[quantity.key] = quantity
    return found
