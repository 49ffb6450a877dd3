"""The unit costs of an assessment with the cost and the count that each is made of, so that sums of both can be had."""

from collections.abc import Iterator, Mapping
from types import MappingProxyType

from somcost.analyse.compare.repriced import Results
from somcost.analyse.compare.spread import Ratio
from somcost.analyse.planned import DENOMINATORS, AnyAssessment, PlanAssessment
from somcost.analyse.rows import AnyEstimate
from somcost.analyse.tree import estimate_of
from somcost.analyse.vary.one_way import number
from somcost.cost.costing import Costing
from somcost.cost.estimates import CourseEstimate

UNIT_COSTS: Mapping[str, tuple[str, tuple[str, ...]]] = MappingProxyType(
    {
        "cost_per_participant": ("annual_operating_cost", ("participants_per_year",)),
        "cost_per_participant_month": ("annual_operating_cost", ("participants_per_year", "months_each")),
        "cost_per_month_in_intervention": ("collected_cost", ("participant_months",)),
        "cost_per_enrolled": ("annual_operating_cost", ("enrolled_per_year",)),
        "cost_per_discharged": ("annual_operating_cost", ("discharged_per_year",)),
        "cost_per_completed": ("annual_operating_cost", ("completed_per_year",)),
        "cost_per_person_year": ("collected_cost", ("person_years",)),
        "cost_per_course": ("annual_operating_cost", ("courses_per_year",)),
        "cost_per_participant_mean_of_ratios": ("annual_operating_cost", ("participants_per_year",)),
        "cost_per_participant_ratio_of_means": ("annual_operating_cost", ("participants_per_year",)),
    }
)
"""By unit cost, the cost that is divided and what it is divided by."""


def parts(costing: Costing) -> Iterator[tuple[str, AnyEstimate]]:
    """Give the estimate of the whole window and of every variant, by the prefix of its results' names."""
    yield "", estimate_of(costing)
    for variant in costing.givens.inputs.scenario.variants:
        yield f"variants.{variant.id}.", estimate_of(costing.within(variant))
    if costing.full_time:
        yield "variants.full_time.", costing.full_time


def unit_costs(assessment: AnyAssessment, results: Results) -> dict[str, Ratio]:
    """Give each unit cost with what it is made of, by its name.

    Args:
        assessment: Whose counts they are divided by.
        results: Its results, at the price level asked for.
    """
    if isinstance(assessment, PlanAssessment):
        return {
            name: Ratio(results[name], results["total_cost"], results[units])
            for name, units in DENOMINATORS.items()
            if results.get(name) is not None
        }
    found = {}
    for prefix, estimate in parts(assessment.costing):
        counts = counts_of(estimate)
        for name, (cost, divisors) in UNIT_COSTS.items():
            if prefix + name in results:
                count = _product([counts.get(divisor) for divisor in divisors])
                found[prefix + name] = Ratio(results[prefix + name], results.get(prefix + cost), count)
    return found


def counts_of(estimate: AnyEstimate) -> dict[str, float]:
    """Give what the costs of an estimate are divided by, by name; what is not defined is left out."""
    per = estimate.denominators
    quantities = {name: getattr(per, name) for name in per.__dataclass_fields__}
    if isinstance(estimate, CourseEstimate):
        quantities["courses_per_year"] = estimate.courses_per_year
    values = {name: number(each.value) for name, each in quantities.items() if each is not None}
    return {name: value for name, value in values.items() if value is not None}


def _product(factors: list[float | None]) -> float | None:
    product = 1.0
    for factor in factors:
        if factor is None:
            return None
        product *= factor
    return product
