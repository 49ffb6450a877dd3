"""A plan's assessment: the inputs, every result as a traced quantity, what adds up and what is doubtful."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from somcost.analyse.assessment import Assessment, plain
from somcost.analyse.balances import Balance
from somcost.analyse.bound import told, unquantified_categories
from somcost.analyse.handover.of_plan import cost_per_participant_by_year, handover_of_plan
from somcost.analyse.planned_doubts import grants_fit_their_line
from somcost.analyse.planned_institutions import (
    cost_of_each,
    institution_rows,
    standard_institution,
    sum_of_institutions,
)
from somcost.analyse.rows import Results, Tree
from somcost.cost.operations import element, total, total_of
from somcost.cost.plan_costing import PlanCosting, plan_costing_of
from somcost.cost.plan_margins import Margin, cost_of_one_more
from somcost.cost.plan_steady import start_up_cost, steady_cost
from somcost.cost.planned_cost import cost_per_unit, mean_cost_per_year, participants_completed, share_of_cost
from somcost.cost.quantity import Quantity
from somcost.model.plan import CATEGORIES, COSTS, NamedCase, PlanInputs
from somcost.problems import Problem

PLAN_RESULTS = (
    "total_cost",
    "gross_cost",
    "grants",
    "saved_expenses",
    "residual_values",
    "mean_cost_per_year",
    "steady_state_cost_per_year",
    "start_up_cost",
    "net_present_value",
    "participants_started",
    "participants_completed",
    "teams_started",
    "courses_started",
    "institutions",
    "cost_per_participant",
    "cost_per_completed",
    "cost_per_team",
    "cost_per_course",
    "cost_per_institution",
    "marginal_cost_per_participant",
    "marginal_cost_per_course",
    "marginal_cost_per_team",
)
"""The results of a plan, in the order they are shown."""
DENOMINATORS = {
    "cost_per_participant": "participants_started",
    "cost_per_completed": "participants_completed",
    "cost_per_team": "teams_started",
    "cost_per_course": "courses_started",
    "cost_per_institution": "institutions",
}
"""What the total is divided by."""
MARGINS: Mapping[Margin, str] = {
    "participant": "participants_started",
    "course": "courses_started",
    "team": "teams_started",
}
"""What there may be one more of, and how many there are."""


@dataclass(frozen=True, slots=True)
class CaseFound:
    """A named sensitivity (navngiven følsomhed) and what it leads to.

    Attributes:
        case: What is changed.
        values: By key, the value put in.
        results: Every result; None where it is not defined.
    """

    case: NamedCase
    values: Mapping[str, float]
    results: Mapping[str, float | None]

    def as_dict(self) -> dict[str, Any]:
        """Give the sensitivity as plain data."""
        return {
            "sensitivity": self.case.id,
            "label": self.case.label,
            "set": dict(self.values),
            "results": dict(self.results),
        }


@dataclass(frozen=True, slots=True, eq=False)
class PlanAssessment:
    """What `assess_plan` gives.

    Attributes:
        inputs: Plan and assumptions as read.
        costing: The calculation, traced.
        tree: Every result by its path: `tree["results"]["total_cost"]` is a quantity.
        balances: What must add up, and does.
        warnings: What does not stop the assessment but should be known.
        cases: What the plan's named sensitivities lead to.
    """

    inputs: PlanInputs
    costing: PlanCosting
    tree: Tree
    balances: Sequence[Balance]
    warnings: Sequence[Problem]
    cases: Sequence[CaseFound] = ()

    def as_dict(self) -> dict[str, Any]:
        """Give the assessment as plain data with the keys of the JSON: unrounded, None for what is not defined."""
        plan = self.inputs.scenario
        return {
            "scenario": plan.id,
            "title": plan.title,
            "price_level": self.inputs.assumptions.price_level,
            "origin": plan.origin,
            "notes": list(plan.notes),
            "sign": {"costs": "a cost is positive", "net_present_value": "a cost is negative"},
            **told(plan, self.tree["results"]),
            **{key: plain(branch) for key, branch in self.tree.items()},
            "sensitivities": [case.as_dict() for case in self.cases],
            "range": self.range(),
            "not_quantified": [{"line": line.id, "why": line.unvalued} for line in plan.lines if line.unvalued],
            "left_out": [{"line": line.id, "why": line.left_out} for line in plan.lines if line.left_out],
        }

    def range(self) -> dict[str, dict[str, Any]]:
        """Give the lowest and highest of every result, as calculated and with each sensitivity alone (interval)."""
        return _range(plain(self.tree["results"]), self.cases) if self.cases else {}

    def undefined(self) -> Iterator[tuple[str, list[str]]]:
        """Give by a sensitivity's label the results that it leaves undefined, though others define them."""
        ends = self.range()
        for found in self.cases:
            names = [name for name, each in ends.items() if found.case.id in each.get("not_defined", ())]
            if names:
                yield found.case.label, names

    @property
    def at_least(self) -> bool:
        """Whether the cost is only a part: a line of resource use is not quantified."""
        return any(line.unvalued and line.category in COSTS for line in self.inputs.scenario.lines)

    @property
    def at_most(self) -> bool:
        """Whether not all that is deducted is known: a grant or a saved expense is not quantified."""
        return any(line.unvalued and line.category not in COSTS for line in self.inputs.scenario.lines)


def _range(base: Mapping[str, float | None], cases: Sequence[CaseFound]) -> dict[str, dict[str, Any]]:
    """Give the ends of every result, and under which sensitivities it is not defined, so that they are of the rest."""
    found: dict[str, dict[str, Any]] = {}
    for name, own in base.items():
        values = [value for value in (own, *(case.results.get(name) for case in cases)) if value is not None]
        missing = [case.case.id for case in cases if case.results.get(name) is None]
        if values:
            found[name] = {"low": min(values), "high": max(values), **({"not_defined": missing} if missing else {})}
    return found


AnyAssessment = Assessment | PlanAssessment


def plan_assessment_of(inputs: PlanInputs, warnings: Sequence[Problem]) -> PlanAssessment:
    """Calculate a sound plan.

    Raises:
        AssertionError: What must add up does not: a fault of the program, never of the input.
    """
    costing = plan_costing_of(inputs)
    categories = total(costing.by_category()) - costing.residual
    gross = float(np.abs(costing.by_line().value).sum())
    balances = [
        Balance("plan_years", total(costing.by_year()).named("sum_of_years", "kr"), costing.total(), gross),
        Balance("plan_categories", categories.named("sum_of_categories", "kr"), costing.total(), gross),
        *(Balance("plan_institutions", each, costing.total(), gross) for each in sum_of_institutions(costing)),
    ]
    tree = plan_tree(costing)
    balances += _handed_over(costing, tree["results"])
    broken = [balance.name for balance in balances if not balance.holds]
    if broken:
        raise AssertionError(f"does not add up: {', '.join(broken)}")
    return PlanAssessment(inputs, costing, tree, balances, (*warnings, *grants_fit_their_line(costing)))


def _handed_over(costing: PlanCosting, results: Results) -> Iterator[Balance]:
    started, each = results["participants_started"], results["cost_per_participant"]
    if started is not None and each is not None and started.value:
        years = total(cost_per_participant_by_year(costing, started)).named("sum_of_handover", "kr")
        yield Balance("handover", years, each)


def plan_tree(costing: PlanCosting) -> Tree:
    """Give every result of a plan by its path."""
    categories = _categories(costing)
    gross, results = _gross(categories), plan_results(costing)
    return {
        "results": results,
        "years": _years(costing),
        "categories": _category_rows(costing, categories, gross),
        "lines": _lines(costing),
        "institutions": institution_rows(costing),
        "standard_institution": standard_institution(costing),
        "handover": handover_of_plan(costing, results),
    }


def _categories(costing: PlanCosting) -> dict[str, Quantity]:
    names = costing.categories.groups.members
    return {name: element(costing.by_category(), number) for number, name in enumerate(names)}


def _category_rows(costing: PlanCosting, categories: Mapping[str, Quantity], gross: Quantity) -> Tree:
    """Give the cost and share of every category; None for one of which nothing is quantified."""
    rows: Tree = {name: {"cost": None, "share": None} for name in unquantified_categories(costing.plan)}
    for name, cost in categories.items():
        rows[name] = {"cost": cost, "share": share_of_cost(cost, whole=gross) if name in COSTS else None}
    return {name: rows[name] for name in CATEGORIES if name in rows}


def _gross(categories: Mapping[str, Quantity]) -> Quantity:
    return total_of([cost for name, cost in categories.items() if name in COSTS]).named("gross_cost", "kr")


def plan_results(costing: PlanCosting) -> Results:
    """Give every result of a plan by name, None where it is not defined."""
    categories = _categories(costing)
    years = costing.units.leaf("horizon", float(len(costing.plan.years)), "years", words="intervention.horizon")
    cost = costing.total()
    found: Results = {
        "total_cost": cost,
        "gross_cost": _gross(categories),
        "grants": categories.get("grant"),
        "saved_expenses": categories.get("saved"),
        "residual_values": costing.residual,
        "mean_cost_per_year": mean_cost_per_year(cost, years=years),
        "steady_state_cost_per_year": steady_cost(costing),
        "start_up_cost": start_up_cost(costing),
        "net_present_value": costing.present_value(),
        **_counts(costing),
    }
    for name, of in DENOMINATORS.items():
        units = found.get(of)
        found[name] = None if units is None else cost_per_unit(cost, units=units).named(name, "kr")
    for margin, of in MARGINS.items():
        found[f"marginal_cost_per_{margin}"] = cost_of_one_more(costing, margin, units=found.get(of))
    return {key: found.get(key) for key in PLAN_RESULTS} | cost_of_each(costing)


def _counts(costing: PlanCosting) -> Results:
    plan, units = costing.plan, costing.units
    found: Results = {"teams_started": total(units.teams).named("teams_started", "teams")}
    who = plan.participants
    if plan.intervention.course_length is not None:
        found["courses_started"] = total_of(units.of("course").started).named("courses_started", "courses")
    if plan.has_participants:
        started = total_of(units.of("participant").started).named("participants_started", "participants")
        found["participants_started"] = started
        if who.completion_rate is not None:
            rate = costing.givens.stated(who.completion_rate, "share")
            found["participants_completed"] = participants_completed(started, completion_rate=rate)
    if plan.institutions is not None:
        found["institutions"] = units.institutions()
    return found


def _years(costing: PlanCosting) -> list[Tree]:
    by_year, last = costing.by_year(), len(costing.plan.years) - 1
    rows = []
    for number, label in enumerate(costing.plan.years):
        column = costing.category_in_year(number)
        categories = {name: element(column, at) for at, name in enumerate(costing.categories.groups.members)}
        rows.append(
            {
                "year": label,
                **categories,
                "residual_value": costing.residual if number == last else None,
                "cost": element(by_year, number),
                "discount_factor": None if costing.factors is None else element(costing.factors, number),
            }
        )
    return rows


def _lines(costing: PlanCosting) -> list[Tree]:
    by_line = costing.by_line()
    return [
        {
            "line": line.id,
            "label": line.label,
            "category": line.category,
            "in_kind": line.in_kind,
            "cost_of_unit": element(costing.unit_cost, number),
            "cost": element(by_line, number),
        }
        for number, line in enumerate(costing.lines)
    ]
