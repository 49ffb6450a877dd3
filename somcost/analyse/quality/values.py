"""The assumptions a job group's hourly rate rests on, and which of them are in doubt."""

from collections.abc import Iterator, Mapping, Sequence

from somcost.analyse.assessment import Assessment
from somcost.model.assumptions import Assumption, JobGroup
from somcost.model.scenario import Inputs
from somcost.validate.assumptions import is_on_paid_hours

BY_CHECK = {"outdated_values": "values-are-valid", "unchecked_values": "values-are-checked"}
"""Doubts about values that the checks of every run tell, by the check."""


def values_by_group(inputs: Inputs, groups: Sequence[str]) -> dict[str, tuple[Assumption, ...]]:
    """Give what the hourly rate of each job group rests on: wages, also its members', additions, overhead, norm."""
    return {group: tuple(_values(inputs, group)) for group in groups}


def _values(inputs: Inputs, group_id: str) -> Iterator[Assumption]:
    parameters = inputs.assumptions.parameters
    names = ["overhead", "annual_hours_norm"]
    for group in _with_members(inputs.assumptions.job_groups, group_id):
        if group.wage is not None:
            yield group.wage
        names += group.adds
        if is_on_paid_hours(group):
            names.append("paid_hours_norm")
    yield from (parameters[name] for name in dict.fromkeys(names))


def _with_members(groups: Mapping[str, JobGroup], group_id: str) -> Iterator[JobGroup]:
    yield groups[group_id]
    for member in groups[group_id].mean_of:
        yield from _with_members(groups, member)


def doubtful_keys(assessment: Assessment, values: Mapping[str, Sequence[Assumption]]) -> dict[str, tuple[str, ...]]:
    """Give the keys of the values in doubt: overridden by the scenario, past their last day, not checked for long.

    Not checked is also a value without a date of check among others that have one; where none has, the set does not
    say, and nothing is told of it.
    """
    used = list(dict.fromkeys(value.key for each in values.values() for value in each))
    by_key = {value.key: value for each in values.values() for value in each}
    warned = {
        doubt: {warning.key for warning in assessment.warnings if warning.check == check}
        for doubt, check in BY_CHECK.items()
    }
    if any(value.checked for value in by_key.values()):
        warned["unchecked_values"] |= {key for key, value in by_key.items() if value.checked is None}
    overridden = {key for key, value in by_key.items() if value.replaced is not None}
    found = {"overridden_values": overridden, **warned}
    return {doubt: tuple(key for key in used if key in keys) for doubt, keys in found.items()}
