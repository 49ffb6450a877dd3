"""Job groups: those the data names stand in the assumption set."""

from collections.abc import Iterator

from somcost.model.assumptions import JobGroup
from somcost.model.plan import PlanInputs
from somcost.model.scenario import Inputs
from somcost.model.tables import Registrations, Staff
from somcost.problems import Location, Problem, check
from somcost.validate.nearest import listed, nearest_job_group


def used_job_groups(inputs: Inputs | PlanInputs) -> tuple[JobGroup, ...]:
    """Give the set's job groups that the assessment draws on, members of composite groups included, sorted by id."""
    groups = inputs.assumptions.job_groups
    used: set[str] = set()
    waiting = list(_named(inputs))
    while waiting:
        name = waiting.pop()
        if name in groups and name not in used:
            used.add(name)
            waiting.extend(groups[name].mean_of)
    return tuple(groups[name] for name in sorted(used))


def _named(inputs: Inputs | PlanInputs) -> set[str]:
    if isinstance(inputs, PlanInputs):
        return {line.job_group for line in inputs.scenario.lines if line.job_group is not None}
    start_up = inputs.scenario.start_up
    trained = {training.job_group for training in start_up.training} if start_up else set()
    tables = (inputs.registrations, inputs.staff)
    return trained.union(*(table.job_group for table in tables if table is not None))


@check
def job_groups_are_in_the_set(inputs: Inputs) -> Iterator[Problem]:
    """Every job group of registrations, full-time staff and training stands in the assumption set."""
    groups = inputs.assumptions.job_groups
    for table in (inputs.registrations, inputs.staff):
        if table is not None:
            yield from _unknown_in_table(inputs, table)
    for training in inputs.scenario.start_up.training if inputs.scenario.start_up else ():
        if training.job_group not in groups:
            yield _unknown(inputs, training.job_group, location=training.location, key="start_up.training.job_group")


def _unknown_in_table(inputs: Inputs, table: Registrations | Staff) -> Iterator[Problem]:
    unknown = set(table.job_group) - inputs.assumptions.job_groups.keys()
    for name in sorted(unknown):
        rows = [row for row, group in enumerate(table.job_group) if group == name]
        location = table.location(rows[0], "job_group")
        yield _unknown(inputs, name, location=location, key="job_group", rows=len(rows))


def _unknown(inputs: Inputs, name: str, *, location: Location, key: str, rows: int = 1) -> Problem:
    groups = inputs.assumptions.job_groups
    near = nearest_job_group(name, groups.values())
    count = f" ({rows} rows)" if rows > 1 else ""
    advice = f"Did you mean {near}?" if near else f"It has {listed(groups)}."
    if location.file != inputs.scenario.location.file:
        advice += (
            f' Map the file\'s own name: `values: {{job_group: {{"{name}": {near or next(iter(groups), "…")}}}}}`.'
        )
    return Problem(location, key, f'"{name}"{count} is no job group of the set {inputs.assumptions.id}', advice)
