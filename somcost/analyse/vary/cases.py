"""A plan's named sensitivities: the results with each one's changes put in."""

from collections.abc import Iterator

from somcost.analyse.planned import CaseFound, PlanAssessment
from somcost.analyse.vary.keys import keys_of
from somcost.analyse.vary.one_way import number
from somcost.analyse.vary.ranges import changed, is_possible, varied_values_are_possible
from somcost.analyse.vary.unknown import unknown_key
from somcost.analyse.vary.variation import Variation
from somcost.model.plan import NamedCase
from somcost.problems import Location, Problem, check, refuse


def named_cases(assessment: PlanAssessment) -> list[CaseFound]:
    """Evaluate a plan's named sensitivities, each alone.

    Raises:
        InputProblems: One changes what is no key of the plan, or to what it cannot be.
    """
    cases = assessment.inputs.scenario.sensitivities
    refuse(problem for case in cases for problem in _problems(assessment, case))
    return [_found(assessment, case) for case in cases]


@check
def wage_changes_are_no_slips(place: Location, amount: float) -> Problem:
    """A change of wages is a share: 5 for 5 % would be 500 %."""
    return Problem(
        place, "wages", f"{amount:g} is {amount:.0%}", f"Write {amount / 100:g}, or +{amount:g}% for a percent."
    )


def _problems(assessment: PlanAssessment, case: NamedCase) -> Iterator[Problem]:
    keys = keys_of(assessment)
    for name, change in case.changes.items():
        if name not in keys:
            yield unknown_key(assessment, case.location, name, keys)
        elif not is_possible(keys[name], changed(keys[name], change)):
            yield varied_values_are_possible(case.location, keys[name], changed(keys[name], change))
        elif name == "wages" and change.how != "percent" and abs(change.amount) > 1:
            yield wage_changes_are_no_slips(case.location, change.amount)


def _found(assessment: PlanAssessment, case: NamedCase) -> CaseFound:
    variation = Variation(assessment, case.changes)
    values = {name: changed(variation.keys[name], change) for name, change in case.changes.items()}
    at = variation.at({name: [value] for name, value in values.items()})
    results = {name: number(at[name][0]) if name in at else None for name in variation.base}
    return CaseFound(case, values, results)
