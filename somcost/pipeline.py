"""An assessment from file to result: the stages in order."""

from pathlib import Path

from somcost.analyse.assessment import Assessment, assessment_of
from somcost.ledger.build import build_ledger
from somcost.problems import refuse
from somcost.read.inputs import read_inputs
from somcost.validate import validate


def assess(scenario: str | Path) -> Assessment:
    """Assess a scenario (omkostningsvurdering): read it and all it names, check it, cost it.

    Args:
        scenario: Path of the scenario's YAML file.

    Returns:
        The assessment; `as_dict()` gives plain numbers, `tree` the traced quantities.

    Raises:
        InputProblems: Something is wrong with the input; it holds every fault found, each with its place.

    >>> assessment = assess("scenarios/jammerbugt.yaml")
    >>> round(assessment.as_dict()["results"]["cost_per_participant"], -3)
    368000.0
    """
    inputs = read_inputs(scenario)
    warnings = validate(inputs)
    assessment = assessment_of(inputs, build_ledger(inputs), warnings)
    if inputs.states_uncertainty:
        _refuse_impossible(assessment)
    return assessment


def _refuse_impossible(assessment: Assessment) -> None:
    """Refuse ranges, distributions and correlations that cannot be."""
    from somcost.analyse.simulate.checks import problems_of_distributions  # noqa: PLC0415 - few scenarios state any
    from somcost.analyse.vary.ranges import problems_of_uncertainty  # noqa: PLC0415 - as above

    refuse(problems_of_uncertainty(assessment))
    refuse(problems_of_distributions(assessment))
