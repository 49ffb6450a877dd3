"""A scenario's hand-over to SØM: one year of operation, in all and per participant, with the start-up beside it."""

from collections.abc import Iterator

from somcost.analyse.assessment import Assessment
from somcost.analyse.handover.of_plan import PAYER
from somcost.analyse.rows import AnyEstimate, Results, Tree
from somcost.analyse.tree import estimate_of
from somcost.cost.courses import (
    annual_cost_of_courses,
    cost_per_course,
    cost_per_participant_mean_of_ratios,
    cost_per_participant_of_course,
    cost_per_participant_ratio_of_means,
)
from somcost.cost.denominators import Denominators
from somcost.cost.estimates import CourseEstimate
from somcost.cost.quantity import Quantity
from somcost.cost.unit_costs import cost_per_enrolled, cost_per_participant

YEAR = "1"
"""What a year of operation is called: it may be any year."""
Part = tuple[str, Quantity | None, Quantity | None]
"""A category, its cost a year, and per participant."""


def handover_observed(assessment: Assessment) -> Tree:
    """Give what of a scenario goes on to SØM.

    Where participants a year are not known, those enrolled a year are who it is given for.
    Where courses are hidden, operation is not divided: two means of ratios in place of one would tell how many took
    part in a course.
    """
    results, estimate = assessment.tree["results"], estimate_of(assessment.costing)
    hidden = assessment.shown is not assessment.costing
    parts = [("operation", *_whole(results))] if hidden else list(_parts(estimate))
    per = estimate.denominators
    by_enrolled = _by_enrolled(results)
    each = results["cost_per_enrolled" if by_enrolled else "cost_per_participant"]
    return {
        "price_level": assessment.inputs.assumptions.price_level,
        "discounted": False,
        "years_of": "operation",
        "participants_start_in": [],
        "course_length": None,
        "denominators": {
            "participants_per_year": results["participants_per_year"],
            "enrolled_per_year": per.enrolled_per_year if by_enrolled else None,
            "months_each": results["months_each"],
            "completed_per_year": None if results["cost_per_completed"] is None else per.completed_per_year,
        },
        "rows": [_row(*part) for part in (*parts, *_start_up(results, per))],
        "years": [],
        "total": {
            "cost": results["annual_operating_cost"],
            "cost_per_participant": each,
            "cost_per_completed": results["cost_per_completed"],
            "bound": "",
        },
        "not_quantified": [],
        "left_out": [],
        "in_kind": [],
    }


def _row(category: str, cost: Quantity | None, each: Quantity | None) -> Tree:
    return {
        "id": f"{category}.{YEAR}",
        "year": YEAR,
        "category": category,
        "payer": PAYER,
        "cost": cost,
        "cost_per_participant": each,
        "bound": "",
    }


def _by_enrolled(results: Results) -> bool:
    return results["cost_per_participant"] is None and results["cost_per_enrolled"] is not None


def _whole(results: Results) -> tuple[Quantity | None, Quantity | None]:
    return results["annual_operating_cost"], results["cost_per_participant"]


def _parts(estimate: AnyEstimate) -> Iterator[Part]:
    """Give wages and other expenses by the estimate's own formulas, the other of the two put to nothing."""
    if isinstance(estimate, CourseEstimate):
        yield _of_courses(estimate, "wages", estimate.wages.whole)
        yield _of_courses(estimate, "other_expenses", estimate.expenses.whole)
        return
    none = Quantity(0.0)
    for name, wages, expenses in (
        ("wages", estimate.wages.whole, none),
        ("other_expenses", none, estimate.expenses.whole),
    ):
        annual = estimate.yearly(wages, expenses).named(f"handover_year.{name}", "kr/year")
        yield name, annual, _each(annual, estimate.denominators, name)


def _each(annual: Quantity, per: Denominators, name: str) -> Quantity | None:
    if per.participants_per_year is not None:
        each = cost_per_participant(annual, participants_per_year=per.participants_per_year)
    elif per.enrolled_per_year is not None:
        each = cost_per_enrolled(annual, enrolled_per_year=per.enrolled_per_year)
    else:
        return None
    return each.named(f"handover.{name}.{YEAR}", "kr")


def _of_courses(estimate: CourseEstimate, name: str, by_course: Quantity) -> Part:
    """Give a part of the courses' cost, per participant by the estimator that the scenario names."""
    course = cost_per_course(by_course).named(f"handover_course.{name}", "kr")
    annual = annual_cost_of_courses(course, courses_per_year=estimate.courses_per_year)
    if estimate.headline == "mean_of_ratios":
        ratios = cost_per_participant_of_course(by_course, participants=estimate.participants)
        each = cost_per_participant_mean_of_ratios(ratios.named(f"handover_each.{name}", "kr"))
    else:
        each = cost_per_participant_ratio_of_means(course, mean_course_size=estimate.mean_size)
    return name, annual.named(f"handover_year.{name}", "kr/year"), each.named(f"handover.{name}.{YEAR}", "kr")


def _start_up(results: Results, per: Denominators) -> Iterator[Part]:
    """Give the start-up: a year's part of it where it is spread, else whole and per participant not known."""
    yearly = results["start_up_cost_per_year"]
    if yearly is not None:
        yield "start_up", yearly, _each(yearly, per, "start_up")
    elif results["start_up_cost"] is not None:
        yield "start_up", results["start_up_cost"], None
