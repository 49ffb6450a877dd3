"""Wages: above zero, and nothing laid on top of them twice."""

from collections.abc import Iterable, Iterator

from somcost.model.scenario import Inputs
from somcost.problems import Problem, check
from somcost.read.assumption_shapes import UNITS
from somcost.validate.nearest import listed, nearest

PARTS = tuple(name for name, unit in UNITS.items() if unit == "share" and name != "overhead")
"""What a wage may include or have added: pension, atp, holiday_allowance."""
LIKE_ENOUGH = 0.8


@check
def wages_are_positive(inputs: Inputs) -> Iterator[Problem]:
    """A wage is more than 0 kr, in an override too."""
    for group in inputs.assumptions.job_groups.values():
        if group.wage is not None and group.wage.value <= 0:
            yield Problem(
                group.wage.location,
                group.wage.key,
                f"{group.wage.value:.15g} is no wage, more than 0 kr is expected",
                "A wage that is not known is left out, never 0.",
            )


@check
def members_are_named_once(inputs: Inputs) -> Iterator[Problem]:
    """A composite job group names each member once: its wage is their plain mean."""
    for group in inputs.assumptions.job_groups.values():
        for name in _repeated(group.mean_of):
            yield Problem(
                group.location,
                f"job_groups.{group.id}.mean_of",
                f'"{name}" is named twice, the mean is plain and takes each member once',
                "Name it once; for a weighted wage, state the wage itself with its reason.",
            )


@check
def additions_are_parameters(inputs: Inputs) -> Iterator[Problem]:
    """What a job group's `adds` names is a parameter of the set, and a part of pay: overhead is laid on every wage."""
    parameters = inputs.assumptions.parameters
    for group in inputs.assumptions.job_groups.values():
        for name in group.adds:
            if name in parameters and name not in PARTS:
                found, advice = f'"{name}" is no part of pay', f"Parts of pay are {listed(PARTS)}."
                yield Problem(group.location, f"job_groups.{group.id}.adds", found, advice)
            if name not in parameters:
                near = nearest(name, parameters)
                yield Problem(
                    group.location,
                    f"job_groups.{group.id}.adds",
                    f'"{name}" is no parameter of the set {inputs.assumptions.id}',
                    f"Did you mean {near}?" if near else f"It has {listed(parameters)}.",
                )


@check
def additions_are_not_included(inputs: Inputs) -> Iterator[Problem]:
    """A job group adds nothing to its wage that the wage includes already."""
    for group in inputs.assumptions.job_groups.values():
        for name in group.adds:
            if name in group.includes:
                yield Problem(
                    group.location,
                    f"job_groups.{group.id}.adds",
                    f'"{name}" is added to a wage that includes it, it would be counted twice',
                    "KRL's bruttoløn holds pension, ATP and holiday allowance: take it out of `adds` or of `includes`.",
                )


@check
def additions_are_added_once(inputs: Inputs) -> Iterator[Problem]:
    """What a job group adds to its wage it names once."""
    for group in inputs.assumptions.job_groups.values():
        for name in _repeated(group.adds):
            yield Problem(
                group.location,
                f"job_groups.{group.id}.adds",
                f'"{name}" is named twice, it would be added twice',
                "Name it once.",
            )


@check
def inclusions_are_spelt_out(inputs: Inputs) -> Iterator[Problem]:
    """What a wage includes is no misspelt pension, atp or holiday_allowance: it would be added unseen."""
    for group in inputs.assumptions.job_groups.values():
        for name in group.includes:
            near = nearest(name, PARTS, likeness=LIKE_ENOUGH)
            if near is not None and name != near:
                yield Problem(
                    group.location,
                    f"job_groups.{group.id}.includes",
                    f'"{name}" is nearly "{near}", and would not be held against what is added',
                    f"Write {near} if it is meant.",
                )


def _repeated(names: Iterable[str]) -> list[str]:
    every = list(names)
    return sorted({name for name in every if every.count(name) > 1})
