"""Which results an assessment has, and which one a question is about."""

from collections.abc import Sequence

from somcost.analyse.planned import AnyAssessment
from somcost.analyse.vary.variation import Variation
from somcost.problems import InputProblems, Location, Problem, check
from somcost.validate.nearest import listed, nearest

HEADLINES = ("cost_per_participant", "cost_per_enrolled", "cost_per_discharged", "annual_operating_cost", "total_cost")
"""The result that a question is about if it names none: the first that is defined."""


@check
def results_are_known(place: Location, name: str, known: Sequence[str]) -> Problem:
    """A result is named as in the JSON of the run, and is defined in the assessment."""
    near = nearest(name, known)
    advice = f"Did you mean {near}?" if near else f"Defined here: {listed(known)}."
    return Problem(place, name, "is no result that is defined in this assessment", advice)


def defined_results(assessment: AnyAssessment) -> list[str]:
    """Give the names of the results that are defined."""
    return [name for name, value in Variation(assessment, []).base.items() if value is not None]


def asked_results(assessment: AnyAssessment, names: Sequence[str]) -> list[str]:
    """Give the results that a question is about: those named, or the assessment's headline.

    Raises:
        InputProblems: A name is no result, or one that is not defined.
    """
    defined = defined_results(assessment)
    if not names:
        return [next(name for name in HEADLINES if name in defined)]
    asked = [name.removeprefix("results.") for name in names]
    place = Location(assessment.inputs.scenario.location.file)
    unknown = [name for name in asked if name not in defined]
    if unknown:
        raise InputProblems(results_are_known(place, name, defined) for name in unknown)
    return asked
