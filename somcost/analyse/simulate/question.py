"""A question about uncertain inputs, checked and prepared: their joint distribution and the results they lead to."""

from collections.abc import Sequence
from dataclasses import dataclass

from somcost.analyse.planned import AnyAssessment
from somcost.analyse.simulate.checks import (
    problems_of_distributions,
    problems_of_library,
    simulated_results_move,
    simulation_settings_are_possible,
)
from somcost.analyse.simulate.joint import Joint
from somcost.analyse.simulate.model import Model
from somcost.analyse.simulate.uniforms import Sampling
from somcost.analyse.vary.extremes import joint_ranges
from somcost.analyse.vary.results import asked_results
from somcost.analyse.vary.variation import Variation
from somcost.model.uncertainty import Uncertainty
from somcost.problems import refuse


@dataclass(frozen=True, slots=True)
class Settings:
    """How draws are made: what they start from, how they are drawn, and how far where nothing is stated."""

    seed: int = 0
    sampling: Sampling = "random"
    share: float = 0.10


@dataclass(frozen=True, slots=True)
class Question:
    """What is asked.

    Attributes:
        joint: The inputs' joint distribution.
        model: The results as a function of the inputs.
        variation: The assessment with these inputs left open.
        stated: Whether the ranges were stated; if not they are a share either way.
    """

    joint: Joint
    model: Model
    variation: Variation
    stated: bool


def asked(assessment: AnyAssessment, results: Sequence[str], settings: Settings) -> Question:
    """Check and prepare a question.

    Raises:
        InputProblems: A name is no result, a distribution or setting cannot be, or scipy is needed and missing.
    """
    place = assessment.inputs.scenario.location
    refuse(simulation_settings_are_possible(place, settings.seed, settings.sampling, settings.share))
    names = asked_results(assessment, results)
    refuse(problems_of_distributions(assessment))
    ranges, stated = joint_ranges(assessment, result=names[0], share=settings.share)
    refuse([] if ranges else [simulated_results_move(place, names[0])])
    joint = Joint(ranges, assessment.inputs.scenario.uncertainty if stated else Uncertainty())
    refuse(problems_of_library(joint, place, sampling=settings.sampling))
    variation = Variation(assessment, ranges)
    return Question(joint, Model(variation, names), variation, stated)
