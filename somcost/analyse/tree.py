"""All results of an assessment as one tree of quantities; its paths are those of the JSON and of `somcost explain`."""

from dataclasses import replace

from somcost.analyse.rows import AnyEstimate, Tree, results_of, sensitivity_of
from somcost.analyse.shares import shares_of
from somcost.cost.costing import Costing
from somcost.cost.estimates import CourseEstimate
from somcost.cost.givens import derived
from somcost.cost.operations import element, total_by
from somcost.cost.quantity import Quantity
from somcost.model.calendar import calendar
from somcost.model.scenario import Scenario, Sensitivities


def result_tree(costing: Costing, shown: Costing | None = None) -> Tree:
    """Give results, variants, courses, months, shares and sensitivities of a calculation.

    Args:
        costing: The calculation.
        shown: The same on other lines, that what is no matter of courses is taken from.
    """
    scenario = costing.givens.inputs.scenario
    estimate, shown = estimate_of(costing), shown or costing
    return {
        "results": results_of(shown, estimate),
        "variants": _variants(costing, scenario),
        "courses": _courses(estimate),
        "months": _months(shown),
        "shares": shares_of(shown),
        "sensitivity": sensitivity_of(costing, estimate, scenario.sensitivity),
    }


def estimate_of(costing: Costing) -> AnyEstimate:
    """Give the estimate a scenario's results come from: courses, registrations, or full-time staff alone."""
    courses = costing.givens.inputs.scenario.courses
    if costing.wages is None and costing.full_time:
        return costing.full_time
    return costing.of_courses(courses) if courses else costing.registered


def _variants(costing: Costing, scenario: Scenario) -> Tree:
    tree: Tree = {}
    if costing.full_time:
        tree["full_time"] = _variant(costing, costing.full_time, replace(scenario.sensitivity, participants=()))
    for variant in scenario.variants:
        part = costing.within(variant)
        tree[variant.id] = _variant(part, estimate_of(part), scenario.sensitivity)
    return tree


def _variant(costing: Costing, estimate: AnyEstimate, asked: Sensitivities) -> Tree:
    return {**results_of(costing, estimate), "sensitivity": sensitivity_of(costing, estimate, asked)}


def _courses(estimate: AnyEstimate) -> list[Tree]:
    if not isinstance(estimate, CourseEstimate):
        return []
    cost = estimate.cost_by_course()
    columns = {"participants": estimate.participants, "cost": cost, "cost_per_participant": estimate.cost_each(cost)}
    return _rows("id", columns)


def _months(costing: Costing) -> list[Tree]:
    """Give cost and hours by month; of a month without an observed day nothing is known."""
    columns: dict[str, Quantity] = {}
    if costing.wages:
        columns["wage_cost"] = costing.wages.by("month").named("wage_cost_by_month", "kr")
        hours = total_by(costing.wages.registered, costing.wages.lines.categories["month"])
        columns["hours"] = hours.named("hours_by_month", "hours")
    columns["other_expenses"] = _expenses_by_month(costing)
    seen = [month.observed_days > 0 for month in calendar(costing.givens.inputs.scenario.window)]
    return [
        row if known else {**dict.fromkeys(row), "month": row["month"]}
        for row, known in zip(_rows("month", columns), seen, strict=False)
    ]


def _expenses_by_month(costing: Costing) -> Quantity:
    if costing.expenses is None:
        months = costing.months.dimension
        return derived("expenses_by_month", [0.0] * len(months), "kr", words="no expenses stated", over=months)
    return costing.expenses.by("month").named("expenses_by_month", "kr")


def _rows(name: str, columns: dict[str, Quantity]) -> list[Tree]:
    dimension = next((column.dimension for column in columns.values()), None)
    members = dimension.members if dimension else ()
    return [
        {name: member, **{key: element(column, number) for key, column in columns.items()}}
        for number, member in enumerate(members)
    ]
