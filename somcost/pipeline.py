"""An assessment from file to result: the stages in order."""

import math
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from somcost.analyse.assessment import Assessment, assessment_of
from somcost.analyse.planned import AnyAssessment, PlanAssessment, plan_assessment_of
from somcost.cost.quantity import Quantity
from somcost.ledger.build import build_ledger
from somcost.model.plan import PlanInputs, PlanLine, TakenResult
from somcost.model.price_index import StatedPriceLevel
from somcost.model.reading import Reading
from somcost.model.scenario import Inputs, Stated
from somcost.problems import InputProblems, Problem, refuse
from somcost.read.inputs import read_inputs
from somcost.read.plan import is_plan, read_plan
from somcost.read.price_level import brought
from somcost.read.yaml_checks import files_exist
from somcost.validate import validate, validate_set
from somcost.validate.plan import validate_plan
from somcost.validate.replaced import (
    replaced_costs_are_whole,
    replaced_interventions_are_others,
    replaced_results_are_known,
)


def assess(
    scenario: str | Path, *, reading: Reading | None = None, price_level: StatedPriceLevel | None = None
) -> Assessment:
    """Assess a scenario (omkostningsvurdering): read it and all it names, check it, cost it.

    Args:
        scenario: Path of the scenario's YAML file.
        reading: How registrations are read; row by row, or as sums by an engine where the files are large.
        price_level: The price level that all amounts are brought to; as the scenario says where none is given.

    Returns:
        The assessment; `as_dict()` gives plain numbers, `tree` the traced quantities.

    Raises:
        InputProblems: Something is wrong with the input; it holds every fault found, each with its place.

    >>> assessment = assess("scenarios/jammerbugt.yaml")
    >>> round(assessment.as_dict()["results"]["cost_per_participant"], -3)
    368000.0
    """
    inputs, warnings = sound_inputs(scenario, reading or Reading(), price_level)
    assessment = assessment_of(inputs, build_ledger(inputs), warnings)
    if inputs.states_uncertainty:
        _refuse_impossible(assessment)
    return assessment


def sound_inputs(
    scenario: str | Path, reading: Reading, price_level: StatedPriceLevel | None = None
) -> tuple[Inputs, Sequence[Problem]]:
    """Read and check; where sums are at fault, they are read again with the lines of their rows."""
    inputs = brought(read_inputs(scenario, reading), price_level)
    try:
        return inputs, validate(inputs)
    except InputProblems:
        if not inputs.lacks_places:
            raise
    inputs = brought(read_inputs(scenario, reading.with_places()), price_level)
    return inputs, validate(inputs)


def assess_plan(plan: str | Path, *, price_level: StatedPriceLevel | None = None) -> PlanAssessment:
    """Assess a plan (omkostningsvurdering før start): read it and all it names, check it, cost it.

    Args:
        plan: Path of the plan's YAML file.
        price_level: The price level that all amounts are brought to; as the plan says where none is given.

    Returns:
        The assessment; `as_dict()` gives plain numbers, `tree` the traced quantities.

    Raises:
        InputProblems: Something is wrong with the input; it holds every fault found, each with its place.

    >>> assessment = assess_plan("scenarios/plans/robusthed-dk.yaml")
    >>> round(assessment.as_dict()["results"]["net_present_value"], -1)
    -26390.0
    """
    assessment = plan_assessment_of(*sound_plan(plan, price_level))
    if assessment.inputs.states_uncertainty:
        _refuse_impossible(assessment)
    if not assessment.inputs.scenario.sensitivities:
        return assessment
    from somcost.analyse.vary.cases import named_cases  # noqa: PLC0415 - few plans name any

    return replace(assessment, cases=named_cases(assessment))


def sound_plan(
    plan: str | Path, price_level: StatedPriceLevel | None = None, *, within: Sequence[Path] = ()
) -> tuple[PlanInputs, Sequence[Problem]]:
    """Read a plan and the interventions it replaces, and check it.

    Args:
        plan: Path of the plan's YAML file.
        price_level: The price level that all amounts are brought to.
        within: The plans that this one is read for.

    Raises:
        InputProblems: Something is wrong with the input.
    """
    inputs = brought(read_plan(plan), price_level)
    validate_set(inputs.assumptions)
    inputs, told = _with_replaced(inputs, (*within, Path(plan).resolve()))
    return inputs, (*validate_plan(inputs), *told)


def _with_replaced(inputs: PlanInputs, within: Sequence[Path]) -> tuple[PlanInputs, Sequence[Problem]]:
    """Give a plan's saved expenses the cost of the interventions they replace, each assessed from its own file."""
    lines, files, told = [], list(inputs.files), []
    for line in inputs.scenario.lines:
        if line.taken is None:
            lines.append(line)
            continue
        other = _replaced(line, line.taken, inputs, within)
        lines.append(_priced(line, line.taken, other))
        files += [file for file in other.inputs.files if file not in files]
        if isinstance(other, PlanAssessment) and (other.at_least or other.at_most):
            told.append(replaced_costs_are_whole(line, line.taken))
    return replace(inputs, scenario=replace(inputs.scenario, lines=tuple(lines)), files=tuple(files)), told


def _replaced(line: PlanLine, taken: TakenResult, inputs: PlanInputs, within: Sequence[Path]) -> AnyAssessment:
    if not taken.path.is_file():
        raise InputProblems([files_exist(taken.path, taken.file_at)])
    if taken.path.resolve() in within:
        raise InputProblems([replaced_interventions_are_others(line, taken)])
    prices, level = inputs.prices, None
    if prices is not None:
        year, index = inputs.assumptions.price_level, prices.index.location.file
        level = StatedPriceLevel(prices.location, year, index, prices.series, prices.rates)
    if not is_plan(taken.path):
        return assess(taken.path, price_level=level)
    return plan_assessment_of(*sound_plan(taken.path, level, within=within))


def _priced(line: PlanLine, taken: TakenResult, other: AnyAssessment) -> PlanLine:
    costs = {
        name: float(each.value)
        for name, each in other.tree["results"].items()
        if isinstance(each, Quantity) and each.unit.startswith("kr") and name != "net_present_value"
    }
    if not math.isfinite(costs.get(taken.result, math.nan)):
        known = [name for name, cost in costs.items() if math.isfinite(cost)]
        raise InputProblems([replaced_results_are_known(line, taken, known)])
    source = f"{other.inputs.scenario.title} ({taken.path.name}: {taken.result})"
    price = Stated(f"{line.key}.price", costs[taken.result], taken.result_at, line.source or source)
    return replace(line, price=price, price_year=other.inputs.assumptions.price_level, source=price.source)


def _refuse_impossible(assessment: AnyAssessment) -> None:
    """Refuse ranges, distributions and correlations that cannot be."""
    from somcost.analyse.simulate.checks import problems_of_distributions  # noqa: PLC0415 - few scenarios state any
    from somcost.analyse.vary.ranges import problems_of_uncertainty  # noqa: PLC0415 - as above

    refuse(problems_of_uncertainty(assessment))
    refuse(problems_of_distributions(assessment))
