"""Assumptions: those the calculation needs are there, and each is what its key says."""

from collections.abc import Iterator

from somcost.model.assumptions import Assumption, JobGroup
from somcost.model.scenario import Inputs
from somcost.problems import Problem, check
from somcost.validate.job_groups import used_job_groups

HOURS_OF_A_YEAR = 8784
HOURS_OF_A_DAY = 24
LARGEST_SHARE = 5
YEARLY_NORMS = ("annual_hours_norm", "paid_hours_norm")


def needed_parameters(inputs: Inputs) -> dict[str, str]:
    """Give the parameters the calculation needs, each with what needs it."""
    needed = {"annual_hours_norm": "every hourly rate", "overhead": "every hourly rate"}
    on_paid_hours = [group for group in used_job_groups(inputs) if is_on_paid_hours(group)]
    if on_paid_hours:
        needed["paid_hours_norm"] = f"the hourly wage of {on_paid_hours[0].id}"
    if inputs.scenario.start_up and inputs.scenario.start_up.training:
        needed["hours_per_day"] = "start_up.training"
    return needed


def is_on_paid_hours(group: JobGroup) -> bool:
    """Tell whether a wage is per paid hour, which paid_hours_norm brings to a year."""
    return group.wage is not None and group.basis == "hour" and group.hour_basis == "paid"


def used_parameters(inputs: Inputs) -> tuple[Assumption, ...]:
    """Give the parameters the assessment draws on: the needed ones and those that wages add."""
    added = {name for group in used_job_groups(inputs) for name in group.adds}
    parameters = inputs.assumptions.parameters
    return tuple(parameters[name] for name in [*needed_parameters(inputs), *sorted(added)] if name in parameters)


@check
def needed_parameters_are_given(inputs: Inputs) -> Iterator[Problem]:
    """The set holds the parameters that the assessment needs."""
    for name, reason in needed_parameters(inputs).items():
        if name not in inputs.assumptions.parameters:
            yield Problem(
                inputs.assumptions.location,
                f"parameters.{name}",
                f"the set {inputs.assumptions.id} does not hold it, {reason} needs it",
                "Add it with value, unit and source, or extend a set that has it.",
            )


@check
def yearly_norms_fit_a_year(inputs: Inputs) -> Iterator[Problem]:
    """A norm of hours a year lies between 1 and 8784, the hours of a leap year."""
    for name in YEARLY_NORMS:
        norm = inputs.assumptions.parameters.get(name)
        if norm is not None and not 1 <= norm.value <= HOURS_OF_A_YEAR:
            yield Problem(
                norm.location,
                norm.key,
                f"{norm.value:g} hours a year, between 1 and {HOURS_OF_A_YEAR} are expected",
                "The effective norm is about 1418, the paid one 1924.",
            )


@check
def daily_hours_fit_a_day(inputs: Inputs) -> Iterator[Problem]:
    """hours_per_day is more than 0 and at most 24."""
    hours = inputs.assumptions.parameters.get("hours_per_day")
    if hours is not None and not 0 < hours.value <= HOURS_OF_A_DAY:
        yield Problem(
            hours.location,
            hours.key,
            f"{hours.value:g} hours a day, more than 0 and at most {HOURS_OF_A_DAY} are expected",
            "A day of a week of 37 hours is 7.4.",
        )


@check
def shares_are_no_percentages(inputs: Inputs) -> Iterator[Problem]:
    """Overhead and whatever else is laid on a wage is a share: 0 or more and under 5; 20 % is 0.20."""
    parameters = inputs.assumptions.parameters
    added = {name for group in inputs.assumptions.job_groups.values() for name in group.adds}
    for name in sorted({"overhead"} | added | {name for name, each in parameters.items() if each.unit == "share"}):
        share = parameters.get(name)
        if share is not None and not 0 <= share.value < LARGEST_SHARE:
            yield Problem(
                share.location,
                share.key,
                f"{share.value:g} is no share, 0 or more and under {LARGEST_SHARE} is expected",
                f"{share.value:g} % is written {share.value / 100:g}." if share.value > 0 else "20 % is written 0.20.",
            )


@check
def bounds_enclose_their_value(inputs: Inputs) -> Iterator[Problem]:
    """A value lies between its `low` and its `high`."""
    wages = (group.wage for group in inputs.assumptions.job_groups.values() if group.wage is not None)
    for value in (*inputs.assumptions.parameters.values(), *wages):
        for name, bound, sign in (("low", value.low, 1), ("high", value.high, -1)):
            if bound is not None and sign * bound.value > sign * value.value:
                yield Problem(
                    value.location,
                    f"{value.key}.{name}",
                    f"{bound.value:.15g} is {'above' if sign > 0 else 'below'} the value {value.value:.15g}",
                    "low is the lowest value thought possible, high the highest; the value lies between them.",
                )
