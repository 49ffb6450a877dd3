"""The hand-over of any assessment to SØM, and what it asks for."""

from dataclasses import dataclass

from somcost.analyse.assessment import Assessment, plain
from somcost.analyse.handover.observed import handover_observed
from somcost.analyse.planned import AnyAssessment
from somcost.analyse.rows import Tree
from somcost.problems import InputProblems, Problem, check


@dataclass(frozen=True, slots=True, eq=False)
class Handover:
    """What goes on to SØM.

    Attributes:
        tree: Rows, totals and denominators, each number a quantity.
    """

    tree: Tree


@check
def handover_has_participants(assessment: AnyAssessment) -> Problem:
    """SØM takes a cost per participant: a plan or scenario that is handed over says how many take part."""
    place = assessment.inputs.scenario.location
    found = "does not say how many take part, and SØM takes a cost per participant"
    return Problem(place, "participants", found, "State them; `somcost run` gives the cost without them.")


def handover_of(assessment: AnyAssessment) -> Handover:
    """Give what of an assessment goes on to SØM (videre til SØM).

    Raises:
        InputProblems: Nobody is said to take part.
    """
    tree = handover_observed(assessment) if isinstance(assessment, Assessment) else assessment.tree["handover"]
    if plain(tree["total"]["cost_per_participant"]) is None:
        raise InputProblems([handover_has_participants(assessment)])
    return Handover(tree)
