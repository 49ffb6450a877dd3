"""What two assessments must have in common before their difference can be explained."""

import math
from collections.abc import Iterator, Sequence

from somcost.analyse.assessment import Assessment
from somcost.analyse.compare.combined_plans import TOLERANCE, CombinedPlans
from somcost.analyse.compare.names import names_of, unit_names
from somcost.analyse.compare.point import FULL_TIME
from somcost.analyse.planned import AnyAssessment
from somcost.analyse.rows import AnyEstimate
from somcost.analyse.tree import estimate_of
from somcost.cost.estimates import CourseEstimate, RegisteredEstimate, StaffEstimate
from somcost.problems import Location, Problem, check
from somcost.validate.nearest import listed, nearest

Pair = tuple[AnyAssessment, AnyAssessment]
KINDS = {
    RegisteredEstimate: "registrations",
    CourseEstimate: "group courses",
    StaffEstimate: "full-time staff",
}
HEADLINE_RESULTS = ("cost_per_participant", "cost_per_participant_month")


@check
def explained_results_are_known(pair: Pair, result: str, known: Sequence[str]) -> Problem:
    """A difference is explained of a cost or unit cost that both assessments define."""
    names = names_of(pair)
    near = nearest(result, known)
    advice = f"Did you mean {near}?" if near else f"Known in both: {listed(known)}."
    found = f"is no cost that both {names[0]} and {names[1]} define"
    return Problem(_place(pair), result, found, advice)


@check
def explained_costs_come_alike(pair: Pair, result: str, variant: str) -> Iterator[Problem]:
    """Two costs are explained by one another's factors only where both come from the same kind of data."""
    kinds = [KINDS[type(_estimate(each, variant))] if isinstance(each, Assessment) else "a plan" for each in pair]
    if kinds[0] != kinds[1]:
        names = names_of(pair)
        found = f"comes from {kinds[1]} in {names[1]} and from {kinds[0]} in {names[0]}"
        advice = "Compare them side by side; what they are made of is not the same."
        yield Problem(_place(pair), result, found, advice)
    else:
        yield from _of_headlines(pair, result)


def _of_headlines(pair: Pair, result: str) -> Iterator[Problem]:
    estimates = [estimate_of(each.costing) for each in pair if isinstance(each, Assessment)]
    headlines = [each.headline for each in estimates if isinstance(each, CourseEstimate)]
    if len(set(headlines)) > 1 and result in HEADLINE_RESULTS:
        found = f"is a {_words(headlines[1])} in one and a {_words(headlines[0])} in the other"
        advice = "Ask for cost_per_participant_mean_of_ratios or cost_per_participant_ratio_of_means."
        yield Problem(_place(pair), result, found, advice)


def _words(headline: str) -> str:
    return headline.replace("_", " ")


@check
def explained_costs_are_per_the_same(pair: Pair, result: str) -> Iterator[Problem]:
    """The difference of two unit costs is explained only where both are per the same: a family is no child."""
    units = list(unit_names(pair))
    if len(units) > 1 and result.startswith("cost_per_") and result != "cost_per_course":
        found = f"is per {units[0]} in one and per {units[1]} in the other"
        advice = "Explain annual_operating_cost, or give both the same `unit` if they mean the same."
        yield Problem(_place(pair), result, found, advice)


@check
def explained_plans_are_built_alike(
    pair: Pair, result: str, combined: CombinedPlans, second: float | None
) -> Iterator[Problem]:
    """Two plans are explained by one another's numbers only where both are built of the same lines and years."""
    names = names_of(pair)
    if combined.unlike:
        found = f"{names[0]} and {names[1]} are not built of the same numbers: {listed(combined.unlike)}"
        yield Problem(_place(pair), result, found, "Compare them side by side; what they are made of is not the same.")
        return
    end = combined.end(changed=True)
    if end is None or second is None or not math.isclose(end, second, rel_tol=TOLERANCE, abs_tol=TOLERANCE):
        found = f"{names[0]} and {names[1]} have the same numbers' names and other years, drivers or schedules"
        yield Problem(_place(pair), result, found, "Compare them side by side; what they are made of is not the same.")


@check
def sampling_settings_are_possible(place: Location, *, orders: int, seed: int) -> Iterator[Problem]:
    """Orders of factors are drawn from a seed of 0 or more, two at least, so that an error can be told."""
    if orders < 2:  # noqa: PLR2004 - two make a standard error
        yield Problem(place, "orders", f"{orders}, 2 or more are expected", "2,000 are enough for most questions.")
    if seed < 0:
        yield Problem(place, "seed", f"{seed} is under 0", "Any whole number from 0 on gives draws of its own.")


def _place(pair: Pair) -> Location:
    return pair[1].inputs.scenario.location


def _estimate(assessment: Assessment, variant: str) -> AnyEstimate:
    costing = assessment.costing
    return costing.full_time if variant == FULL_TIME and costing.full_time else estimate_of(costing)
