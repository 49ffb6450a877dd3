"""An estimate as rows of results: its costs by the keys of the JSON, null where a cost is not defined."""

from typing import Any

from somcost.cost.costing import Costing
from somcost.cost.estimates import CourseEstimate, Levers, RegisteredEstimate, StaffEstimate
from somcost.cost.operating_cost import collected_cost
from somcost.cost.quantity import Quantity
from somcost.model.scenario import Sensitivities, Stated

AnyEstimate = RegisteredEstimate | CourseEstimate | StaffEstimate
Results = dict[str, Quantity | None]
Tree = dict[str, Any]

RESULT_KEYS = (
    "collected_cost",
    "wage_cost",
    "other_expenses",
    "observed_months",
    "annual_operating_cost",
    "participants_per_year",
    "months_each",
    "cost_per_participant",
    "cost_per_participant_month",
    "cost_per_month_in_intervention",
    "cost_per_enrolled",
    "cost_per_discharged",
    "cost_per_completed",
    "cost_per_person_year",
    "cost_per_course",
    "cost_per_participant_mean_of_ratios",
    "cost_per_participant_ratio_of_means",
    "start_up_cost",
    "start_up_cost_per_year",
)
"""The results of every estimate, in the order they are shown."""


def results_of(costing: Costing, estimate: AnyEstimate) -> Results:
    """Give every result of an estimate, None where it is not defined."""
    from_staff = isinstance(estimate, StaffEstimate)
    wages = estimate.wages.whole if isinstance(estimate, StaffEstimate) else costing.wage_cost
    found: Results = {
        "wage_cost": wages,
        "other_expenses": costing.other_expenses,
        "collected_cost": None if from_staff or wages is None else collected_cost(wages, costing.other_expenses),
        "observed_months": costing.calendar.observed_months,
        "participants_per_year": estimate.denominators.participants_per_year,
        "months_each": estimate.denominators.months_each,
        **estimate.costs(),
        **costing.start_up,
    }
    return {key: found.get(key) for key in RESULT_KEYS}


def sensitivity_of(costing: Costing, estimate: AnyEstimate, asked: Sensitivities) -> Tree:
    """Give the report's own sensitivities: wages, participants a year, participants a course."""

    def stated(number: Stated, unit: str) -> Quantity:
        return costing.givens.stated(number, unit)

    tree: Tree = {}
    if asked.wages:
        changes = [stated(change, "share") for change in asked.wages]
        tree["wages"] = [{"change": change, **estimate.costs(Levers(wages=change))} for change in changes]
    if asked.participants:
        numbers = [stated(number, "per year") for number in asked.participants]
        tree["participants"] = [
            {"participants_per_year": number, **estimate.costs(Levers(participants=number))} for number in numbers
        ]
    if asked.course_size and isinstance(estimate, CourseEstimate):
        sizes = [stated(size, "participants") for size in asked.course_size]
        tree["course_size"] = [
            {"participants_per_course": size, **estimate.costs(Levers(course_size=size))} for size in sizes
        ]
    return tree
