"""An assessment from file to result: the stages in order."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from somcost.analyse.assessment import Assessment, assessment_of
from somcost.analyse.planned import AnyAssessment, PlanAssessment, plan_assessment_of
from somcost.ledger.build import build_ledger
from somcost.model.plan import PlanInputs
from somcost.model.reading import Reading
from somcost.model.scenario import Inputs
from somcost.problems import InputProblems, Problem, refuse
from somcost.read.inputs import read_inputs
from somcost.read.plan import read_plan
from somcost.validate import validate, validate_set
from somcost.validate.plan import validate_plan


def assess(scenario: str | Path, *, reading: Reading | None = None) -> Assessment:
    """Assess a scenario (omkostningsvurdering): read it and all it names, check it, cost it.

    Args:
        scenario: Path of the scenario's YAML file.
        reading: How registrations are read; row by row, or as sums by an engine where the files are large.

    Returns:
        The assessment; `as_dict()` gives plain numbers, `tree` the traced quantities.

    Raises:
        InputProblems: Something is wrong with the input; it holds every fault found, each with its place.

    >>> assessment = assess("scenarios/jammerbugt.yaml")
    >>> round(assessment.as_dict()["results"]["cost_per_participant"], -3)
    368000.0
    """
    inputs, warnings = sound_inputs(scenario, reading or Reading())
    assessment = assessment_of(inputs, build_ledger(inputs), warnings)
    if inputs.states_uncertainty:
        _refuse_impossible(assessment)
    return assessment


def sound_inputs(scenario: str | Path, reading: Reading) -> tuple[Inputs, Sequence[Problem]]:
    """Read and check; where sums are at fault, they are read again with the lines of their rows."""
    inputs = read_inputs(scenario, reading)
    try:
        return inputs, validate(inputs)
    except InputProblems:
        if not inputs.lacks_places:
            raise
    inputs = read_inputs(scenario, reading.with_places())
    return inputs, validate(inputs)


def assess_plan(plan: str | Path) -> PlanAssessment:
    """Assess a plan (omkostningsvurdering før start): read it and all it names, check it, cost it.

    Args:
        plan: Path of the plan's YAML file.

    Returns:
        The assessment; `as_dict()` gives plain numbers, `tree` the traced quantities.

    Raises:
        InputProblems: Something is wrong with the input; it holds every fault found, each with its place.

    >>> assessment = assess_plan("scenarios/plans/robusthed-dk.yaml")
    >>> round(assessment.as_dict()["results"]["net_present_value"], -1)
    -26390.0
    """
    assessment = plan_assessment_of(*sound_plan(plan))
    if assessment.inputs.states_uncertainty:
        _refuse_impossible(assessment)
    if not assessment.inputs.scenario.sensitivities:
        return assessment
    from somcost.analyse.vary.cases import named_cases  # noqa: PLC0415 - few plans name any

    return replace(assessment, cases=named_cases(assessment))


def sound_plan(plan: str | Path) -> tuple[PlanInputs, Sequence[Problem]]:
    """Read a plan and check it.

    Raises:
        InputProblems: Something is wrong with the input.
    """
    inputs = read_plan(plan)
    validate_set(inputs.assumptions)
    return inputs, validate_plan(inputs)


def _refuse_impossible(assessment: AnyAssessment) -> None:
    """Refuse ranges, distributions and correlations that cannot be."""
    from somcost.analyse.simulate.checks import problems_of_distributions  # noqa: PLC0415 - few scenarios state any
    from somcost.analyse.vary.ranges import problems_of_uncertainty  # noqa: PLC0415 - as above

    refuse(problems_of_uncertainty(assessment))
    refuse(problems_of_distributions(assessment))
