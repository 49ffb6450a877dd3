"""Budget against outturn: hours, rate, mix and volume variance by job group."""

from collections.abc import Iterator, Mapping
from types import MappingProxyType

import numpy as np

from somcost.analyse.assessment import Assessment
from somcost.analyse.compare.job_groups import job_groups_with_hours
from somcost.analyse.compare.labour import labour_of
from somcost.analyse.compare.names import names_of
from somcost.analyse.compare.price_level import PriceLevel, common_level
from somcost.analyse.compare.variance_table import BudgetVariances
from somcost.analyse.planned import AnyAssessment, PlanAssessment
from somcost.analyse.tree import estimate_of
from somcost.cost.estimates import CourseEstimate
from somcost.cost.operating_cost import amount_of_hours
from somcost.cost.operations import stack, total
from somcost.cost.plan_steady import steady_participants
from somcost.cost.quantity import Quantity
from somcost.cost.variances import (
    flexed_hours,
    hours_at_budgeted_mix,
    hours_variance,
    mix_variance,
    rate_variance,
    volume_variance,
)
from somcost.model.dimensions import Dimension
from somcost.model.price_index import PriceIndex
from somcost.problems import InputProblems, Problem, check, refuse

VOLUMES = ("participants_per_year", "enrolled_per_year", "discharged_per_year", "completed_per_year")
"""What counts the citizens, the first that both assessments define."""


def budget_variances(
    budget: AnyAssessment,
    outturn: AnyAssessment,
    *,
    price_level: int | None = None,
    rates: Mapping[str, float] | None = None,
    index: PriceIndex | None = None,
) -> BudgetVariances:
    """Split the difference in wage cost a year by its cause (timevarians, satsvarians, mixvarians, mængdevarians).

    With h hours a year and r kr an hour by job group, H all hours and V citizens a year, 0 for the budget:
    rate (r − r₀) h; mix (h − H h₀/H₀) r₀; hours (H h₀/H₀ − h₀ V/V₀) r₀; volume (h₀ V/V₀ − h₀) r₀. They add up to
    r h − r₀ h₀. A job group that was not budgeted has the rate of the budget's assumption set, or where that lacks
    it the outturn's.

    Source: OpenStax, Principles of Managerial Accounting, 8.3 (rate and time variance) and 7.3 (flexible budget):
    https://openstax.org/books/principles-managerial-accounting/pages/8-key-terms; the time variance split into mix and
    the rest by revised standard hours, DCOM302 Management Accounting, unit 9, page 184:
    http://eslm.lpude.in/commerce/bcom/term_5/DCOM302_MANAGEMENT_ACCOUNTING/files/basic-html/page184.html.

    Args:
        budget: What was planned: a plan, of which a year in steady operation counts, or an assessment.
        outturn: What came.
        price_level: The year whose wages both are brought to; may be left out where both have one.
        rates: Yearly rises after the index's last year: `{"wages": 0.03, "prices": 0.02}`.
        index: By what they are brought there; the published one if none is given.

    Raises:
        InputProblems: The cost comes from group courses, no citizens are counted alike in both, or the price levels
            differ and none is named.

    >>> import somcost
    >>> jammerbugt, thisted = (somcost.assess(f"scenarios/{name}.yaml") for name in ("jammerbugt", "thisted"))
    >>> found = budget_variances(jammerbugt, thisted)
    >>> round(found.difference), round(sum(found.totals.values()))
    (-2427375, -2427375)
    """
    if isinstance(outturn, PlanAssessment):
        raise InputProblems([variances_are_of_registrations(outturn)])
    pair = (budget, outturn)
    level = common_level(pair, year=price_level, rates=rates, index=index)
    refuse(variances_have_hours_and_citizens(*pair))
    groups = Dimension("job_group", job_groups_with_hours(*pair))
    volume = next(_volumes(*pair))
    return BudgetVariances(
        names=(names_of(pair)[0], names_of(pair)[1]),
        volume=volume,
        quantities=MappingProxyType(_quantities(pair, groups, volume, level)),
        price_level=level,
    )


def _quantities(
    pair: tuple[AnyAssessment, AnyAssessment], groups: Dimension, volume: str, level: PriceLevel
) -> dict[str, Quantity]:
    budget, outturn = (
        labour_of(each, groups, wages=level.ratios(each.inputs.assumptions.price_level).wages) for each in pair
    )
    budgeted_rate = _over(groups, budget.rates, outturn.rates)
    rate = _over(groups, outturn.rates, budget.rates)
    budgeted_volume, came = (_volume(each, volume) for each in pair)
    if budgeted_volume is None or came is None:
        raise AssertionError("validation asks for citizens counted alike")
    mixed = hours_at_budgeted_mix(
        budget.hours,
        all_hours=total(outturn.hours).named("all_hours", "hours/year"),
        all_budgeted_hours=total(budget.hours).named("all_budgeted_hours", "hours/year"),
    )
    flexed = flexed_hours(budget.hours, volume=came, budgeted_volume=budgeted_volume)
    return {
        "budgeted_hours": budget.hours,
        "hours": outturn.hours,
        "budgeted_rate": budgeted_rate,
        "rate": rate,
        "budgeted_wage_cost": amount_of_hours(budget.hours, rate=budgeted_rate),
        "wage_cost": amount_of_hours(outturn.hours, rate=rate),
        "hours_variance": hours_variance(mixed, flexed_hours=flexed, budgeted_rate=budgeted_rate),
        "rate_variance": rate_variance(rate, budgeted_rate=budgeted_rate, hours=outturn.hours),
        "mix_variance": mix_variance(outturn.hours, hours_at_budgeted_mix=mixed, budgeted_rate=budgeted_rate),
        "volume_variance": volume_variance(flexed, budgeted_hours=budget.hours, budgeted_rate=budgeted_rate),
    }


def _over(groups: Dimension, own: Mapping[str, Quantity], other: Mapping[str, Quantity]) -> Quantity:
    rates = [own[group] if group in own else other[group] for group in groups.members]
    return stack(rates, groups).named("hourly_rate", "kr/hour")


def _is_a_budget(plan: PlanAssessment) -> bool:
    """Tell whether a plan has hours and participants of a year."""
    participants = steady_participants(plan.costing)
    groups = Dimension("job_group", job_groups_with_hours(plan))
    hours = labour_of(plan, groups).hours.value if groups.members and participants is not None else 0.0
    return participants is not None and float(participants.value) > 0 and float(np.sum(hours)) > 0


def _volumes(budget: AnyAssessment, outturn: AnyAssessment) -> Iterator[str]:
    return (name for name in VOLUMES if all(_volume(each, name) is not None for each in (budget, outturn)))


def _volume(assessment: AnyAssessment, name: str) -> Quantity | None:
    """Give what counts the citizens a year."""
    if isinstance(assessment, PlanAssessment):
        return steady_participants(assessment.costing) if name == "participants_per_year" else None
    found: Quantity | None = getattr(estimate_of(assessment.costing).denominators, name)
    return found


@check
def variances_are_of_registrations(plan: AnyAssessment) -> Problem:
    """An outturn has hours that were registered; a plan can be the budget."""
    found = "is a plan: it has no hours of a year that were registered"
    return Problem(plan.inputs.scenario.location, "schema", found, "Name the plan first, as the budget.")


@check
def variances_have_hours_and_citizens(budget: AnyAssessment, outturn: AnyAssessment) -> Iterator[Problem]:
    """Variances of wages need hours by job group that are not those of courses, and citizens counted alike in both."""
    for each in (budget, outturn):
        if isinstance(each, Assessment) and isinstance(estimate_of(each.costing), CourseEstimate):
            found = "its hours are those of group courses, not of a year"
            yield Problem(
                each.inputs.scenario.location, "courses", found, "Explain the difference of its costs instead."
            )
    if isinstance(budget, PlanAssessment) and not _is_a_budget(budget):
        found = "has no hours or no participants in a year of steady operation"
        advice = "State hours that recur, and participants by course or by team; those in all come in no year."
        yield Problem(budget.inputs.scenario.location, "lines", found, advice)
    elif next(_volumes(budget, outturn), None) is None:
        found = f"budget and outturn count no citizens alike ({', '.join(VOLUMES)})"
        yield Problem(outturn.inputs.scenario.location, "participants", found, "State per_year in both.")
