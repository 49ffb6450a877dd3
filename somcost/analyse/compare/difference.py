"""Why two assessments differ: the difference of a result, shared out among its factors so that it adds up."""

import math
from collections.abc import Iterable, Iterator, Mapping

from somcost.analyse.assessment import Assessment
from somcost.analyse.compare.checks import (
    Pair,
    explained_costs_are_per_the_same,
    explained_costs_come_alike,
    explained_plans_are_built_alike,
    explained_results_are_known,
    sampling_settings_are_possible,
)
from somcost.analyse.compare.combined import Combined
from somcost.analyse.compare.combined_plans import CombinedPlans
from somcost.analyse.compare.decomposition import Decomposition, parts_of
from somcost.analyse.compare.job_groups import job_groups_with_hours
from somcost.analyse.compare.names import names_of
from somcost.analyse.compare.point import Point, point_of
from somcost.analyse.compare.price_level import PriceLevel, common_level
from somcost.analyse.compare.repriced import results_at
from somcost.analyse.compare.sharing import Explained, Method, Shared, shared
from somcost.analyse.planned import AnyAssessment, PlanAssessment
from somcost.analyse.tree import estimate_of
from somcost.cost.estimates import CourseEstimate
from somcost.model.price_index import PriceIndex
from somcost.problems import refuse

EXACT_FACTORS = 12
"""Up to so many factors that differ, all coalitions are evaluated."""
TOLERANCE = 1e-9
SUMS = (
    *("wage_cost", "other_expenses", "collected_cost", "annual_operating_cost"),
    *("total_cost", "gross_cost", "mean_cost_per_year", "steady_state_cost_per_year", "start_up_cost"),
    "net_present_value",
)
"""Costs that are no unit costs, of registrations and of plans."""


def explain_difference(  # noqa: PLR0913 - each is a choice of the user's
    first: AnyAssessment,
    second: AnyAssessment,
    *,
    result: str = "cost_per_participant",
    price_level: int | None = None,
    rates: Mapping[str, float] | None = None,
    index: PriceIndex | None = None,
    exact_factors: int = EXACT_FACTORS,
    orders: int = 2_000,
    seed: int = 0,
) -> Decomposition:
    """Share the difference of a result out among what caused it (forklaring af forskellen).

    The factors are the hours of each job group, the wages, overhead, the annual hours norm, other expenses, the months
    observed and what the cost is divided by; of group courses their sizes and how many run a year. Each factor's part
    is its Shapley value: what it adds on average over all orders in which the factors may change from the first's
    value to the second's. So the parts add up to the difference, no order is preferred, a factor that does not differ
    has no part, and the parts change sign when the two are swapped.

    Args:
        first: Where the explanation starts: last year, the budget, another municipality.
        second: Where it ends.
        result: Name of a cost or unit cost, such as `annual_operating_cost` or `variants.full_time.cost_per_enrolled`.
        price_level: The year whose wages and prices both are brought to; may be left out where both have one.
        rates: Yearly rises after the index's last year: `{"wages": 0.03, "prices": 0.02}`.
        index: By what they are brought there; the published one if none is given.
        exact_factors: Up to so many factors that differ all coalitions are evaluated; with more, the job groups'
            hours count as one and are shared out after, and with more still the orders are sampled.
        orders: How many orders are sampled, each forwards and backwards.
        seed: Where the sampling starts; 0 is a seed.

    Returns:
        Start, parts and end, in the result's unit.

    Raises:
        InputProblems: The result is not defined in both, comes from other kinds of data, or is per something else;
            or the price levels differ and none is named.

    >>> import somcost
    >>> jammerbugt, thisted = (somcost.assess(f"scenarios/{name}.yaml") for name in ("jammerbugt", "thisted"))
    >>> found = explain_difference(jammerbugt, thisted)
    >>> round(found.start), round(found.end), round(sum(part.amount for part in found.parts))
    (368220, 67366, -300854)
    """
    pair = (first, second)
    place = second.inputs.scenario.location
    level = common_level(pair, year=price_level, rates=rates, index=index)
    refuse(sampling_settings_are_possible(place, orders=orders, seed=seed))
    asked = result.removeprefix("results.")
    ends = [_results(each, level) for each in pair]
    known = [name for name in _explained(pair, ends[0]) if all(end.get(name) is not None for end in ends)]
    refuse([] if asked in known else [explained_results_are_known(pair, asked, known)])
    variant, name = _split(asked)
    refuse([*explained_costs_come_alike(pair, name, variant), *explained_costs_are_per_the_same(pair, name)])
    combined = _combined(pair, variant, name, level)
    if isinstance(combined, CombinedPlans):
        refuse(explained_plans_are_built_alike(pair, asked, combined, ends[1][asked]))
    start, end = (_proved(combined, each[asked], changed=at > 0) for at, each in enumerate(ends))
    found = shared(combined, Method(exact_factors, orders, seed))
    _must_add_up(found, start, end)
    return Decomposition(
        result=asked,
        names=(names_of(pair)[0], names_of(pair)[1]),
        start=start,
        end=end,
        parts=tuple(parts_of(combined, found)),
        price_level=level,
        how=found.how,
        orders=orders if found.how == "sampled" else None,
        seed=seed if found.how == "sampled" else None,
    )


def _results(assessment: AnyAssessment, level: PriceLevel) -> Mapping[str, float | None]:
    return results_at(assessment, level.ratios(assessment.inputs.assumptions.price_level))


def _explained(pair: Pair, results: Iterable[str]) -> Iterator[str]:
    """Give the names of costs; those of all courses together are none that a number of courses could be told from."""
    registered = [estimate_of(each.costing) for each in pair if isinstance(each, Assessment)]
    of_courses = registered and all(isinstance(estimate, CourseEstimate) for estimate in registered)
    sums = ("annual_operating_cost",) if of_courses else SUMS
    return (name for name in results if _split(name)[1] in sums or _split(name)[1].startswith("cost_per_"))


def _split(result: str) -> tuple[str, str]:
    """Take a result's name apart into its variant and its own name.

    >>> _split("variants.full_time.cost_per_enrolled")
    ('full_time', 'cost_per_enrolled')
    """
    if not result.startswith("variants."):
        return "", result
    variant, _, name = result.removeprefix("variants.").rpartition(".")
    return variant, name


def _combined(pair: Pair, variant: str, name: str, level: PriceLevel) -> Explained:
    first, second = pair
    if isinstance(first, PlanAssessment) and isinstance(second, PlanAssessment):
        return CombinedPlans(first, second, name, level)
    if isinstance(first, PlanAssessment) or isinstance(second, PlanAssessment):
        raise AssertionError("a plan and registrations do not come alike")
    groups = job_groups_with_hours(first, second)

    def point(assessment: Assessment) -> Point:
        ratios = level.ratios(assessment.inputs.assumptions.price_level)
        return point_of(assessment, groups, variant=variant).at(ratios)

    return Combined(point(first), point(second), name)


def _proved(combined: Explained, own: float | None, *, changed: bool) -> float:
    """Give an end of the explanation, which must be the assessment's own result."""
    found = combined.end(changed=changed)
    if own is None or found is None or not math.isclose(found, own, rel_tol=TOLERANCE, abs_tol=TOLERANCE):
        raise AssertionError(f"the factors give {found}, the assessment {own}")
    return own


def _must_add_up(found: Shared, start: float, end: float) -> None:
    scale = max(abs(start), abs(end), 1.0)
    if not math.isclose(math.fsum(found.amounts.values()), end - start, abs_tol=TOLERANCE * scale):
        raise AssertionError("the parts do not add up to the difference")
