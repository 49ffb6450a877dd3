"""What the assessments of a comparison are called, and whom their costs are per."""

from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from somcost.analyse.planned import AnyAssessment


def names_of(assessments: Sequence[AnyAssessment]) -> list[str]:
    """Give each its own name: the scenario's id; with its file, and a number, where several have the same."""
    names = [assessment.inputs.scenario.id for assessment in assessments]
    files = [Path(assessment.inputs.scenario.location.file).name for assessment in assessments]
    seen = Counter(names)
    names = [f"{name} ({file})" if seen[name] > 1 else name for name, file in zip(names, files, strict=True)]
    return _numbered(names)


def _numbered(names: Sequence[str]) -> list[str]:
    """Number what still has the same name.

    >>> _numbered(["a", "b", "a"])
    ['a', 'b', 'a 2']
    """
    found: list[str] = []
    for place, name in enumerate(names):
        before = list(names[:place]).count(name)
        found.append(f"{name} {before + 1}" if before else name)
    return found


def unit_names(assessments: Sequence[AnyAssessment]) -> dict[str, list[str]]:
    """Give what a participant is called (barn, familie), with the names of the assessments that call it so."""
    units: dict[str, list[str]] = {}
    for assessment, name in zip(assessments, names_of(assessments), strict=True):
        units.setdefault(assessment.inputs.scenario.unit.one.casefold(), []).append(name)
    return units
