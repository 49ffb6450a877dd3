"""An assessment from file to result: the stages in order."""

import math
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from somcost.analyse.assessment import Assessment, assessment_of
from somcost.analyse.bound import bound_of
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
    SAVED,
    replaced_costs_are_costs,
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
    replaced = _Replaced(inputs, (*within, Path(plan).resolve()))
    inputs = replaced.put_in()
    warnings = validate_plan(inputs, replaced.problems)
    return inputs, (*warnings, *replaced.warnings)


class _Replaced:
    """Gives a plan's saved expenses the cost of what they replace, each assessed once from its own file."""

    def __init__(self, inputs: PlanInputs, within: Sequence[Path]) -> None:
        self.inputs, self.within = inputs, within
        self.problems: list[Problem] = []
        self.warnings: list[Problem] = []
        self._known: dict[Path, AnyAssessment] = {}

    def put_in(self) -> PlanInputs:
        """Give the plan with what is saved; what is wrong with any of it is kept in `problems`."""
        plan = self.inputs.scenario
        lines = tuple(line if line.taken is None else self._priced(line, line.taken) for line in plan.lines)
        files = [file for other in self._known.values() for file in other.inputs.files]
        own = [file for number, file in enumerate(files) if file not in (*self.inputs.files, *files[:number])]
        return replace(self.inputs, scenario=replace(plan, lines=lines), files=(*self.inputs.files, *own))

    def _priced(self, line: PlanLine, taken: TakenResult) -> PlanLine:
        try:
            other = self._assessed(line, taken)
        except InputProblems as problems:
            self.problems += problems.problems
            return line
        costs = {name: each for name, each in other.tree["results"].items() if name in SAVED and each is not None}
        cost = costs.get(taken.result)
        if not isinstance(cost, Quantity) or not math.isfinite(cost.value):
            self.problems.append(replaced_results_are_known(line, taken, list(costs)))
            return line
        if float(cost.value) < 0:
            self.problems.append(replaced_costs_are_costs(line, taken, float(cost.value)))
        bound = bound_of(other.inputs.scenario, taken.result)
        if bound is not None:
            self.warnings.append(replaced_costs_are_whole(line, taken))
        source = line.source or f"{other.inputs.scenario.title} ({taken.path.name}: {taken.result})"
        price = Stated(f"{line.key}.price", float(cost.value), taken.result_at, source)
        year = other.inputs.assumptions.price_level
        return replace(line, price=price, price_year=year, source=source, taken_bound=bound)

    def _assessed(self, line: PlanLine, taken: TakenResult) -> AnyAssessment:
        path = taken.path.resolve()
        if not path.is_file():
            raise InputProblems([files_exist(taken.path, taken.file_at)])
        if path in self.within:
            raise InputProblems([replaced_interventions_are_others(line, taken)])
        if path not in self._known:
            other = self._known[path] = self._assess(taken.path)
            self.warnings += other.warnings
        return self._known[path]

    def _assess(self, path: Path) -> AnyAssessment:
        """Assess the other at this plan's price level, where that is brought there by an index."""
        prices, level = self.inputs.prices, None
        if prices is not None:
            year, index = self.inputs.assumptions.price_level, prices.index.location.file
            level = StatedPriceLevel(prices.location, year, index, prices.series, prices.rates)
        if not is_plan(path):
            return assess(path, price_level=level)
        return plan_assessment_of(*sound_plan(path, level, within=self.within))


def _refuse_impossible(assessment: AnyAssessment) -> None:
    """Refuse ranges, distributions and correlations that cannot be."""
    from somcost.analyse.simulate.checks import problems_of_distributions  # noqa: PLC0415 - few scenarios state any
    from somcost.analyse.vary.ranges import problems_of_uncertainty  # noqa: PLC0415 - as above

    refuse(problems_of_uncertainty(assessment))
    refuse(problems_of_distributions(assessment))
