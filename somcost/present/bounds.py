"""What is said of figures that are only a bound: the least or the most they can be, or a part."""

from collections.abc import Iterator, Mapping

from somcost.analyse.bound import bound_of
from somcost.analyse.planned import AnyAssessment, PlanAssessment
from somcost.model.plan import Bound
from somcost.present.language import N_

AMOUNTS: Mapping[Bound, str] = {
    "at least": N_("at least {amount}"),
    "at most": N_("at most {amount}"),
    "in part": N_("{amount} (in part)"),
}
"""A figure with its bound."""
NAMES: Mapping[Bound, str] = {
    "at least": N_("{name} (at least)"),
    "at most": N_("{name} (at most)"),
    "in part": N_("{name} (in part)"),
}
"""The name of figures that have one bound, where they stand without it."""
MARKS: Mapping[Bound, str] = {"at least": "≥", "at most": "≤", "in part": "≈"}
"""Before a figure, or behind a name, where there is no room for words."""
MARKS_TOLD = N_("≥ at least, ≤ at most, ≈ in part: not all is quantified.")
CAVEATS: Mapping[Bound, str] = {
    "at least": N_("Not all resource use is quantified: the cost is at least what is shown."),
    "at most": N_("Not all grants and savings are quantified: what is left is at most what is shown."),
    "in part": N_(
        "Neither all resource use nor all grants and savings are quantified:"
        " the total may be both more and less than what is shown."
    ),
}


def caveats_of(assessment: AnyAssessment) -> Iterator[str]:
    """Give what must be said wherever figures of the assessment stand; nothing where all of it has a number."""
    if isinstance(assessment, PlanAssessment):
        bound = bound_of(assessment.inputs.scenario, "total_cost")
        if bound is not None:
            yield CAVEATS[bound]
