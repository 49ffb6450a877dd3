"""Finds the figure that a key names: a dotted path of the JSON, an assumption, or a number the scenario states."""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from difflib import get_close_matches

from somcost.analyse.planned import AnyAssessment
from somcost.cost.quantity import Quantity
from somcost.present.derivation.paths import Figures, figures_of
from somcost.present.derivation.reasons import DIVIDED, reason_of
from somcost.problems import InputProblems, Problem, check

PREFIXES = ("", "results.", "variants.")
"""What may be left out before a key."""
SUGGESTIONS, LIKENESS = 3, 0.4


@dataclass(frozen=True, slots=True)
class Found:
    """A figure by its full path; where it is not defined there is a reason in place of a quantity."""

    path: str
    quantity: Quantity | None
    reason: str = ""


@check
def keys_name_a_figure(assessment: AnyAssessment, key: str, known: Sequence[str]) -> Problem:
    """A key is a dotted path of the JSON, an assumption's key, or the key of a number that the scenario states."""
    near = get_close_matches(key, known, n=SUGGESTIONS, cutoff=LIKENESS)
    advice = f"Near to it: {', '.join(near)}." if near else "The JSON of `somcost run --json` shows every path."
    return Problem(assessment.inputs.scenario.location, key, "is no figure of this assessment", advice)


def find(assessment: AnyAssessment, key: str) -> Found:
    """Find a figure.

    Args:
        assessment: Where to look.
        key: Such as `results.cost_per_participant`, `cost_per_participant`, `courses.0.cost`, `months.2018-03.hours`,
            `parameters.overhead` or `job_groups.socialraadgiver.hourly_rate`.

    Raises:
        InputProblems: There is no such figure.
    """
    figures = figures_of(assessment)
    for path in (prefix + key for prefix in PREFIXES):
        if path in figures:
            return _found(path, figures[path], assessment)
    raise InputProblems([keys_name_a_figure(assessment, key, _known(figures))])


def _known(figures: Figures) -> list[str]:
    bare = (path.removeprefix("results.") for path in figures)
    return sorted({*figures, *bare})


def _found(path: str, quantity: Quantity | None, assessment: AnyAssessment) -> Found:
    if quantity is None:
        return Found(path, None, reason_of(path, assessment))
    if quantity.dimension is None and not math.isfinite(float(quantity.value)):
        return Found(path, None, DIVIDED)
    return Found(path, quantity)
