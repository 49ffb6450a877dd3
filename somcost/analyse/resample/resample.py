"""How sure are figures that rest on few months, courses, sites or citizens? Jackknife and bootstrap over them."""

from collections.abc import Sequence
from types import MappingProxyType

import numpy as np

from somcost.analyse.assessment import Assessment
from somcost.analyse.resample.checks import (
    LEAST_UNITS,
    blocks_are_of_months,
    resampled_units_are_several,
    resampled_units_are_there,
    resampling_settings_are_possible,
)
from somcost.analyse.resample.draws import Scheme, usual_block
from somcost.analyse.resample.resampled import Resampled, resampled
from somcost.analyse.resample.resampling import Resampling
from somcost.analyse.resample.weighted import Over, WeightedCosting
from somcost.analyse.rows import RESULT_KEYS
from somcost.analyse.tree import estimate_of
from somcost.analyse.vary.one_way import number
from somcost.analyse.vary.results import results_are_known
from somcost.cost.estimates import CourseEstimate
from somcost.problems import refuse

FEW_COURSES = FEW_SITES = 10
"""With fewer than so many the intervals are unsure; of months and citizens the scenario's settings say it."""
RESULTS = ("annual_operating_cost", "cost_per_participant")


def resample(  # noqa: PLR0913 - each is a choice of the user's
    assessment: Assessment,
    *,
    over: Over | None = None,
    results: Sequence[str] = RESULTS,
    draws: int = 9_999,
    seed: int = 0,
    confidence: float = 0.90,
    block: int | None = None,
) -> Resampling:
    """Say how sure figures are that rest on few observations (jackknife og bootstrap).

    The units are drawn again with replacement, and the traced formulas evaluated with each as often as it was drawn.
    Months are drawn in blocks of neighbours, for what a month costs hangs together with the next; months wholly in a
    gap take no part, and the months on both sides of a gap count as neighbours, as do the last and the first.
    The number of citizens is by chance as who they are: each is drawn 0, 1, 2 … times on its own (Poisson).

    Args:
        assessment: What is asked about.
        over: What is drawn again: `months`, `courses`, `sites` or `citizens`; courses where the results come from
            courses and months elsewhere, if not given.
        results: Names of results, in kr or the unit of each.
        draws: Number of draws.
        seed: Where the draws start; the same seed gives the same answer, 0 is a seed.
        confidence: Confidence of the intervals.
        block: Months drawn together; the cube root of their number, rounded up, if not given.

    Returns:
        By result, its bias and standard error by the jackknife, its BCa interval and the plain percentiles.

    Raises:
        InputProblems: What shall be drawn is not there or fewer than two, a name is no result, a setting cannot be.

    >>> import somcost
    >>> found = resample(somcost.assess("scenarios/jammerbugt.yaml"), draws=999)
    >>> found.over, found.count, found.block, found.few
    ('months', 14, 3, False)
    >>> each = found.results["cost_per_participant"]
    >>> each.low < each.value < each.high
    True
    """
    place = assessment.inputs.scenario.location
    asked = _usual_units(assessment) if over is None else over
    refuse(
        [
            *(results_are_known(place, name, RESULT_KEYS) for name in results if name not in RESULT_KEYS),
            *resampling_settings_are_possible(place, draws=draws, seed=seed, confidence=confidence, block=block),
            *resampled_units_are_there(assessment, asked),
        ]
    )
    weighted = WeightedCosting(assessment, asked)
    count = len(weighted.units.members)
    refuse([resampled_units_are_several(place, asked, count)] if count < LEAST_UNITS else [])
    length = block or (usual_block(count) if asked == "months" else 1)
    refuse(blocks_are_of_months(place, asked, length, count))
    scheme = Scheme(count, draws, seed, block=length, held=weighted.units.held, cells=weighted.rows)
    return Resampling(
        over=asked,
        count=count,
        few_below=_few_below(assessment, asked),
        block=length,
        block_rule=_block_rule(asked, block),
        draws=draws,
        seed=seed,
        confidence=confidence,
        results=MappingProxyType(_results(weighted, results, scheme, confidence=confidence)),
        notes=weighted.units.notes,
    )


def _usual_units(assessment: Assessment) -> Over:
    return "courses" if isinstance(estimate_of(assessment.costing), CourseEstimate) else "months"


def _few_below(assessment: Assessment, over: Over) -> int:
    settings = assessment.inputs.scenario.settings
    few = {"months": settings.few_months, "courses": FEW_COURSES, "sites": FEW_SITES}
    return few.get(over, settings.few_participants)


def _block_rule(over: Over, block: int | None) -> str:
    if over != "months":
        return "each by itself"
    return "cube root of the number of months, rounded up" if block is None else "stated"


def _results(
    weighted: WeightedCosting, names: Sequence[str], scheme: Scheme, *, confidence: float
) -> dict[str, Resampled]:
    """Resample the results that follow the units; of the others say why nothing can be said."""
    why = {name: _untold(weighted, name) for name in names}
    told = [name for name in names if not why[name]]
    draws = weighted.at(scheme.weights(), told)
    left_out = weighted.at(scheme.left_out(), told)
    return {
        name: Resampled(number(weighted.value(name)), note=why[name])
        if why[name]
        else resampled(weighted.value(name), draws[name], left_out[name], scheme=scheme, confidence=confidence)
        for name in names
    }


def _untold(weighted: WeightedCosting, name: str) -> str:
    """Give why nothing can be said of a result; nothing where something can."""
    if not np.isfinite(weighted.value(name)):
        return "is not defined"
    if name in weighted.units.untold:
        return weighted.units.untold[name]
    return "" if weighted.follows(name) else "does not depend on which of them are drawn"
